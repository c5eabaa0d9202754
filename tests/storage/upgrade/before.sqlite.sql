BEGIN TRANSACTION;
CREATE TABLE act (
	id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	"by" INTEGER, 
	act VARCHAR(60) NOT NULL, 
	subject VARCHAR(60), 
	detail JSON NOT NULL, 
	CONSTRAINT pk_act PRIMARY KEY (id), 
	CONSTRAINT fk_act_by FOREIGN KEY("by") REFERENCES person (id)
);
INSERT INTO "act" VALUES(1,'2026-09-28 08:00:00.000000',NULL,'invitation.made','invitation:1','{}');
INSERT INTO "act" VALUES(2,'2026-09-28 08:00:00.000000',1,'invitation.accepted','invitation:1','{}');
INSERT INTO "act" VALUES(3,'2026-09-28 08:00:00.000000',NULL,'invitation.made','invitation:2','{}');
INSERT INTO "act" VALUES(4,'2026-09-28 08:00:00.000000',2,'invitation.accepted','invitation:2','{}');
INSERT INTO "act" VALUES(5,'2026-09-28 08:00:00.000000',NULL,'invitation.made','invitation:3','{}');
INSERT INTO "act" VALUES(6,'2026-09-28 08:00:00.000000',3,'invitation.accepted','invitation:3','{}');
INSERT INTO "act" VALUES(7,'2026-09-28 08:00:00.000000',NULL,'invitation.made','invitation:4','{}');
INSERT INTO "act" VALUES(8,'2026-09-28 08:00:00.000000',4,'invitation.accepted','invitation:4','{}');
INSERT INTO "act" VALUES(9,'2026-09-28 08:00:00.000000',NULL,'invitation.made','invitation:5','{}');
INSERT INTO "act" VALUES(10,'2026-09-28 08:00:00.000000',5,'invitation.accepted','invitation:5','{}');
INSERT INTO "act" VALUES(11,'2026-09-28 08:00:00.000000',NULL,'invitation.made','invitation:6','{}');
INSERT INTO "act" VALUES(12,'2026-09-28 08:00:00.000000',6,'invitation.accepted','invitation:6','{}');
INSERT INTO "act" VALUES(13,'2026-09-28 08:00:00.000000',NULL,'invitation.made','invitation:7','{}');
INSERT INTO "act" VALUES(14,'2026-09-28 08:00:00.000000',7,'invitation.accepted','invitation:7','{}');
INSERT INTO "act" VALUES(15,'2026-09-28 08:00:00.000000',NULL,'invitation.made','invitation:8','{}');
INSERT INTO "act" VALUES(16,'2026-09-28 08:00:00.000000',8,'invitation.accepted','invitation:8','{}');
INSERT INTO "act" VALUES(17,'2026-09-28 08:00:00.000000',NULL,'invitation.made','invitation:9','{}');
INSERT INTO "act" VALUES(18,'2026-09-28 08:00:00.000000',9,'invitation.accepted','invitation:9','{}');
INSERT INTO "act" VALUES(19,'2026-09-28 08:00:00.000000',NULL,'invitation.made','invitation:10','{}');
INSERT INTO "act" VALUES(20,'2026-09-28 08:00:00.000000',10,'invitation.accepted','invitation:10','{}');
INSERT INTO "act" VALUES(21,'2026-09-28 08:00:00.000000',NULL,'invitation.made','invitation:11','{}');
INSERT INTO "act" VALUES(22,'2026-09-28 08:00:00.000000',11,'invitation.accepted','invitation:11','{}');
INSERT INTO "act" VALUES(23,'2026-09-28 08:00:00.000000',NULL,'invitation.made','invitation:12','{}');
INSERT INTO "act" VALUES(24,'2026-09-28 08:00:00.000000',12,'invitation.accepted','invitation:12','{}');
INSERT INTO "act" VALUES(25,'2026-09-28 08:00:00.000000',1,'meeting.announced.told','meeting:1','{}');
INSERT INTO "act" VALUES(26,'2026-09-28 08:03:00.000000',4,'meeting.answered','meeting:1','{"choice": "in_person"}');
INSERT INTO "act" VALUES(27,'2026-09-28 08:03:00.000000',5,'meeting.answered','meeting:1','{"choice": "cannot"}');
INSERT INTO "act" VALUES(28,'2026-09-28 08:03:00.000000',10,'meeting.answered','meeting:1','{"choice": "in_person"}');
INSERT INTO "act" VALUES(29,'2026-09-28 08:03:00.000000',4,'update.submitted','update:1','{}');
INSERT INTO "act" VALUES(30,'2026-09-29 08:03:00.000000',4,'update.revised','update:1','{}');
INSERT INTO "act" VALUES(31,'2026-09-29 08:03:00.000000',5,'update.submitted','update:2','{}');
INSERT INTO "act" VALUES(32,'2026-09-29 08:03:00.000000',5,'update.withdrawn','update:2','{}');
INSERT INTO "act" VALUES(33,'2026-09-29 08:03:00.000000',3,'update.submitted','update:3','{}');
INSERT INTO "act" VALUES(34,'2026-09-29 08:03:00.000000',3,'update.submitted','update:4','{}');
INSERT INTO "act" VALUES(35,'2026-09-29 08:03:00.000000',13,'person.applied','person:13','{}');
INSERT INTO "act" VALUES(36,'2026-09-29 08:03:00.000000',1,'person.declined','person:13','{}');
INSERT INTO "act" VALUES(37,'2026-10-14 10:00:00.000000',NULL,'person.erased','person:10','{}');
INSERT INTO "act" VALUES(38,'2026-10-14 10:00:00.000000',1,'person.suspended','person:8','{}');
INSERT INTO "act" VALUES(39,'2026-10-14 10:00:00.000000',NULL,'person.unreachable','person:11','{}');
INSERT INTO "act" VALUES(40,'2026-10-14 10:00:00.000000',6,'person.paused','person:6','{}');
INSERT INTO "act" VALUES(41,'2026-11-23 10:00:00.000000',1,'meeting.announced.told','meeting:2','{}');
INSERT INTO "act" VALUES(42,'2026-11-23 10:03:00.000000',1,'meeting.announced.told','meeting:3','{}');
INSERT INTO "act" VALUES(43,'2026-11-23 10:06:00.000000',1,'meeting.announced.told','meeting:4','{}');
INSERT INTO "act" VALUES(44,'2026-11-23 10:06:00.000000',NULL,'delivery.refused','delivery:303','{}');
INSERT INTO "act" VALUES(45,'2026-11-23 10:09:00.000000',4,'meeting.answered','meeting:3','{"choice": "online"}');
INSERT INTO "act" VALUES(46,'2026-11-23 10:09:00.000000',3,'meeting.answered','meeting:3','{"choice": "in_person"}');
INSERT INTO "act" VALUES(47,'2026-11-23 10:09:00.000000',1,'meeting.cancelled.told','meeting:2','{}');
INSERT INTO "act" VALUES(48,'2026-11-23 12:09:00.000000',1,'meeting.moved','meeting:3','{"fields": ["starts_at", "ends_at", "reply_by"]}');
INSERT INTO "act" VALUES(49,'2026-11-23 12:09:00.000000',1,'meeting.moved.told','meeting:3','{}');
INSERT INTO "act" VALUES(50,'2026-11-23 12:09:00.000000',4,'meeting.answered','meeting:3','{"choice": "in_person"}');
INSERT INTO "act" VALUES(51,'2026-11-23 12:09:00.000000',5,'meeting.answered','meeting:4','{"choice": "online"}');
INSERT INTO "act" VALUES(52,'2026-12-10 09:30:00.000000',7,'chamber.nothing_to_report','meeting:4','{"chamber_id": "GR-VOU"}');
INSERT INTO "act" VALUES(53,'2026-12-10 09:30:00.000000',14,'person.applied','person:14','{}');
INSERT INTO "act" VALUES(54,'2026-12-10 09:30:00.000000',1,'invitation.made','invitation:13','{}');
INSERT INTO "act" VALUES(55,'2026-10-31 09:30:00.000000',1,'invitation.made','invitation:14','{}');
INSERT INTO "act" VALUES(56,'2026-12-10 09:30:00.000000',NULL,'fault','fault:abcd1234','{"job": "forget"}');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('20261125_ledger');
CREATE TABLE answer (
	meeting_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	chamber_id VARCHAR(12), 
	choice VARCHAR(40) NOT NULL, 
	comment VARCHAR(500), 
	for_starts_at DATETIME NOT NULL, 
	answered_at DATETIME NOT NULL, 
	CONSTRAINT pk_answer PRIMARY KEY (meeting_id, person_id), 
	CONSTRAINT fk_answer_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_answer_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
INSERT INTO "answer" VALUES(1,4,'IE-DAI','in_person','I arrive at noon & leave late','2026-11-05 13:00:00.000000','2026-09-28 08:03:00.000000');
INSERT INTO "answer" VALUES(1,5,'FI-EDU','cannot',NULL,'2026-11-05 13:00:00.000000','2026-09-28 08:03:00.000000');
INSERT INTO "answer" VALUES(3,4,'IE-DAI','in_person','I need a parking place','2027-03-11 13:00:00.000000','2026-11-23 12:09:00.000000');
INSERT INTO "answer" VALUES(3,3,'FR-SEN','in_person',NULL,'2027-02-25 13:00:00.000000','2026-11-23 10:09:00.000000');
INSERT INTO "answer" VALUES(4,5,'FI-EDU','online',NULL,'2027-01-21 09:00:00.000000','2026-11-23 12:09:00.000000');
CREATE TABLE audience (
	meeting_id INTEGER NOT NULL, 
	person_id INTEGER NOT NULL, 
	chamber_id VARCHAR(12), 
	added_at DATETIME NOT NULL, 
	CONSTRAINT pk_audience PRIMARY KEY (meeting_id, person_id), 
	CONSTRAINT fk_audience_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_audience_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
INSERT INTO "audience" VALUES(1,1,'EU-EP','2026-09-28 08:00:00.000000');
INSERT INTO "audience" VALUES(1,2,'EU-EP','2026-09-28 08:00:00.000000');
INSERT INTO "audience" VALUES(1,3,'FR-SEN','2026-09-28 08:00:00.000000');
INSERT INTO "audience" VALUES(1,4,'IE-DAI','2026-09-28 08:00:00.000000');
INSERT INTO "audience" VALUES(1,5,'FI-EDU','2026-09-28 08:00:00.000000');
INSERT INTO "audience" VALUES(1,6,'IT-CAM','2026-09-28 08:00:00.000000');
INSERT INTO "audience" VALUES(1,7,'GR-VOU','2026-09-28 08:00:00.000000');
INSERT INTO "audience" VALUES(1,8,'BE-SEN','2026-09-28 08:00:00.000000');
INSERT INTO "audience" VALUES(1,9,NULL,'2026-09-28 08:00:00.000000');
INSERT INTO "audience" VALUES(1,10,'PL-SEJ','2026-09-28 08:00:00.000000');
INSERT INTO "audience" VALUES(1,11,'RO-SEN','2026-09-28 08:00:00.000000');
INSERT INTO "audience" VALUES(1,12,'NL-TWK','2026-09-28 08:00:00.000000');
INSERT INTO "audience" VALUES(2,1,'EU-EP','2026-11-23 10:00:00.000000');
INSERT INTO "audience" VALUES(2,2,'EU-EP','2026-11-23 10:00:00.000000');
INSERT INTO "audience" VALUES(2,3,'FR-SEN','2026-11-23 10:00:00.000000');
INSERT INTO "audience" VALUES(2,4,'IE-DAI','2026-11-23 10:00:00.000000');
INSERT INTO "audience" VALUES(2,5,'FI-EDU','2026-11-23 10:00:00.000000');
INSERT INTO "audience" VALUES(2,6,'IT-CAM','2026-11-23 10:00:00.000000');
INSERT INTO "audience" VALUES(2,7,'GR-VOU','2026-11-23 10:00:00.000000');
INSERT INTO "audience" VALUES(2,9,NULL,'2026-11-23 10:00:00.000000');
INSERT INTO "audience" VALUES(2,11,'RO-SEN','2026-11-23 10:00:00.000000');
INSERT INTO "audience" VALUES(2,12,'NL-TWK','2026-11-23 10:00:00.000000');
INSERT INTO "audience" VALUES(3,1,'EU-EP','2026-11-23 10:03:00.000000');
INSERT INTO "audience" VALUES(3,2,'EU-EP','2026-11-23 10:03:00.000000');
INSERT INTO "audience" VALUES(3,3,'FR-SEN','2026-11-23 10:03:00.000000');
INSERT INTO "audience" VALUES(3,4,'IE-DAI','2026-11-23 10:03:00.000000');
INSERT INTO "audience" VALUES(3,5,'FI-EDU','2026-11-23 10:03:00.000000');
INSERT INTO "audience" VALUES(3,6,'IT-CAM','2026-11-23 10:03:00.000000');
INSERT INTO "audience" VALUES(3,7,'GR-VOU','2026-11-23 10:03:00.000000');
INSERT INTO "audience" VALUES(3,9,NULL,'2026-11-23 10:03:00.000000');
INSERT INTO "audience" VALUES(3,11,'RO-SEN','2026-11-23 10:03:00.000000');
INSERT INTO "audience" VALUES(3,12,'NL-TWK','2026-11-23 10:03:00.000000');
INSERT INTO "audience" VALUES(4,1,'EU-EP','2026-11-23 10:06:00.000000');
INSERT INTO "audience" VALUES(4,2,'EU-EP','2026-11-23 10:06:00.000000');
INSERT INTO "audience" VALUES(4,3,'FR-SEN','2026-11-23 10:06:00.000000');
INSERT INTO "audience" VALUES(4,4,'IE-DAI','2026-11-23 10:06:00.000000');
INSERT INTO "audience" VALUES(4,5,'FI-EDU','2026-11-23 10:06:00.000000');
INSERT INTO "audience" VALUES(4,6,'IT-CAM','2026-11-23 10:06:00.000000');
INSERT INTO "audience" VALUES(4,7,'GR-VOU','2026-11-23 10:06:00.000000');
INSERT INTO "audience" VALUES(4,9,NULL,'2026-11-23 10:06:00.000000');
INSERT INTO "audience" VALUES(4,11,'RO-SEN','2026-11-23 10:06:00.000000');
INSERT INTO "audience" VALUES(4,12,'NL-TWK','2026-11-23 10:06:00.000000');
CREATE TABLE "delivery" (
	id INTEGER NOT NULL, 
	"key" VARCHAR(160) NOT NULL, 
	person_id INTEGER NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	meeting_id INTEGER, 
	notice_id INTEGER, 
	about JSON NOT NULL, 
	due_at DATETIME NOT NULL, 
	expires_at DATETIME, 
	state VARCHAR(40) NOT NULL, 
	reason VARCHAR(200), 
	attempts INTEGER NOT NULL, 
	next_try_at DATETIME NOT NULL, 
	claimed_by VARCHAR(40), 
	was_unknown BOOLEAN NOT NULL, 
	message_id BIGINT, 
	sent_at DATETIME, 
	created_at DATETIME NOT NULL, 
	failures INTEGER DEFAULT '0' NOT NULL, 
	parts_sent INTEGER DEFAULT '0' NOT NULL, 
	parts_of VARCHAR(64), 
	CONSTRAINT pk_delivery PRIMARY KEY (id), 
	CONSTRAINT fk_delivery_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_delivery_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT uq_delivery_key UNIQUE ("key"), 
	CONSTRAINT fk_delivery_notice_id FOREIGN KEY(notice_id) REFERENCES notice (id)
);
INSERT INTO "delivery" VALUES(1,'commands:1:2026-09-28T08:00:00+00:00',1,'commands',NULL,NULL,'{}','2026-09-28 08:00:00.000000',NULL,'sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,NULL,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(2,'welcome:1:2026-09-28T08:00:00+00:00',1,'welcome',NULL,NULL,'{}','2026-09-28 08:00:00.000000',NULL,'sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,1,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(3,'commands:2:2026-09-28T08:00:00+00:00',2,'commands',NULL,NULL,'{}','2026-09-28 08:00:00.000000',NULL,'sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,NULL,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(4,'welcome:2:2026-09-28T08:00:00+00:00',2,'welcome',NULL,NULL,'{}','2026-09-28 08:00:00.000000',NULL,'sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,4,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(5,'commands:3:2026-09-28T08:00:00+00:00',3,'commands',NULL,NULL,'{}','2026-09-28 08:00:00.000000',NULL,'sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,NULL,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(6,'welcome:3:2026-09-28T08:00:00+00:00',3,'welcome',NULL,NULL,'{}','2026-09-28 08:00:00.000000',NULL,'sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,3,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(7,'commands:4:2026-09-28T08:00:00+00:00',4,'commands',NULL,NULL,'{}','2026-09-28 08:00:00.000000',NULL,'sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,NULL,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(8,'welcome:4:2026-09-28T08:00:00+00:00',4,'welcome',NULL,NULL,'{}','2026-09-28 08:00:00.000000',NULL,'sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,2,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(9,'commands:5:2026-09-28T08:00:00+00:00',5,'commands',NULL,NULL,'{}','2026-09-28 08:00:00.000000',NULL,'sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,NULL,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(10,'welcome:5:2026-09-28T08:00:00+00:00',5,'welcome',NULL,NULL,'{}','2026-09-28 08:00:00.000000',NULL,'sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,5,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(11,'commands:6:2026-09-28T08:00:00+00:00',6,'commands',NULL,NULL,'{}','2026-09-28 08:00:00.000000',NULL,'sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,NULL,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(12,'welcome:6:2026-09-28T08:00:00+00:00',6,'welcome',NULL,NULL,'{}','2026-09-28 08:00:00.000000',NULL,'sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,7,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(13,'commands:7:2026-09-28T08:00:00+00:00',7,'commands',NULL,NULL,'{}','2026-09-28 08:00:00.000000',NULL,'sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,NULL,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(14,'welcome:7:2026-09-28T08:00:00+00:00',7,'welcome',NULL,NULL,'{}','2026-09-28 08:00:00.000000',NULL,'sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,6,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(15,'commands:8:2026-09-28T08:00:00+00:00',8,'commands',NULL,NULL,'{}','2026-09-28 08:00:00.000000',NULL,'sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,NULL,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(16,'welcome:8:2026-09-28T08:00:00+00:00',8,'welcome',NULL,NULL,'{}','2026-09-28 08:00:00.000000',NULL,'sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,8,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(17,'commands:9:2026-09-28T08:00:00+00:00',9,'commands',NULL,NULL,'{}','2026-09-28 08:00:00.000000',NULL,'sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,NULL,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(18,'welcome:9:2026-09-28T08:00:00+00:00',9,'welcome',NULL,NULL,'{}','2026-09-28 08:00:00.000000',NULL,'sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,9,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(19,'commands:10:2026-09-28T08:00:00+00:00',10,'commands',NULL,NULL,'{}','2026-09-28 08:00:00.000000',NULL,'sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,NULL,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(20,'welcome:10:2026-09-28T08:00:00+00:00',10,'welcome',NULL,NULL,'{}','2026-09-28 08:00:00.000000',NULL,'sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,12,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(21,'commands:11:2026-09-28T08:00:00+00:00',11,'commands',NULL,NULL,'{}','2026-09-28 08:00:00.000000',NULL,'sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,NULL,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(22,'welcome:11:2026-09-28T08:00:00+00:00',11,'welcome',NULL,NULL,'{}','2026-09-28 08:00:00.000000',NULL,'sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,11,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(23,'commands:12:2026-09-28T08:00:00+00:00',12,'commands',NULL,NULL,'{}','2026-09-28 08:00:00.000000',NULL,'sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,NULL,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(24,'welcome:12:2026-09-28T08:00:00+00:00',12,'welcome',NULL,NULL,'{}','2026-09-28 08:00:00.000000',NULL,'sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,10,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(25,'notice:1:1',1,'notice',1,1,'{}','2026-09-28 08:00:00.000000','2026-11-05 16:00:00.000000','sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,25,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(26,'notice:1:2',2,'notice',1,1,'{}','2026-09-28 08:00:00.000000','2026-11-05 16:00:00.000000','sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,23,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(27,'notice:1:3',3,'notice',1,1,'{}','2026-09-28 08:00:00.000000','2026-11-05 16:00:00.000000','sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,27,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(28,'notice:1:4',4,'notice',1,1,'{}','2026-09-28 08:00:00.000000','2026-11-05 16:00:00.000000','sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,24,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(29,'notice:1:5',5,'notice',1,1,'{}','2026-09-28 08:00:00.000000','2026-11-05 16:00:00.000000','sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,26,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(30,'notice:1:6',6,'notice',1,1,'{}','2026-09-28 08:00:00.000000','2026-11-05 16:00:00.000000','sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,28,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(31,'notice:1:7',7,'notice',1,1,'{}','2026-09-28 08:00:00.000000','2026-11-05 16:00:00.000000','sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,29,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(32,'notice:1:8',8,'notice',1,1,'{}','2026-09-28 08:00:00.000000','2026-11-05 16:00:00.000000','sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,30,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(33,'notice:1:9',9,'notice',1,1,'{}','2026-09-28 08:00:00.000000','2026-11-05 16:00:00.000000','sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,32,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(34,'notice:1:10',10,'notice',1,1,'{}','2026-09-28 08:00:00.000000','2026-11-05 16:00:00.000000','sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,31,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(35,'notice:1:11',11,'notice',1,1,'{}','2026-09-28 08:00:00.000000','2026-11-05 16:00:00.000000','sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,33,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(36,'notice:1:12',12,'notice',1,1,'{}','2026-09-28 08:00:00.000000','2026-11-05 16:00:00.000000','sent',NULL,1,'2026-09-28 08:00:00.000000',NULL,0,34,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(37,'reminder:updates_due:-7d:1:20261015T2159:1',1,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-7d"}','2026-10-08 07:00:00.000000','2026-10-10 07:00:00.000000','sent',NULL,1,'2026-10-08 07:00:00.000000',NULL,0,51,'2026-10-08 07:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(38,'reminder:updates_due:-2d:1:20261015T2159:1',1,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-2d"}','2026-10-13 07:00:00.000000','2026-10-14 07:00:00.000000','sent',NULL,1,'2026-10-13 07:00:00.000000',NULL,0,60,'2026-10-13 07:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(39,'reminder:reply_by:-7d:1:20261022T2159:1',1,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-7d"}','2026-10-15 07:00:00.000000','2026-10-17 07:00:00.000000','sent',NULL,1,'2026-10-15 07:00:00.000000',NULL,0,86,'2026-10-15 07:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(40,'reminder:updates_due:-0d:1:20261015T2159:1',1,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-0d"}','2026-10-15 07:00:00.000000','2026-10-15 15:00:00.000000','sent',NULL,1,'2026-10-15 07:00:00.000000',NULL,0,90,'2026-10-15 07:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(41,'reminder:reply_by:-2d:1:20261022T2159:1',1,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-2d"}','2026-10-20 07:00:00.000000','2026-10-21 07:00:00.000000','sent',NULL,1,'2026-10-20 07:00:00.000000',NULL,0,95,'2026-10-20 07:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(42,'reminder:reply_by:-0d:1:20261022T2159:1',1,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-0d"}','2026-10-22 07:00:00.000000','2026-10-22 15:00:00.000000','sent',NULL,1,'2026-10-22 07:00:00.000000',NULL,0,101,'2026-10-22 07:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(43,'reminder:dossier:-7d:1:20261105T1300:1',1,'reminder',1,NULL,'{"rule": "dossier", "offset": "-7d"}','2026-10-29 08:00:00.000000','2026-10-31 08:00:00.000000','sent',NULL,1,'2026-10-29 08:00:00.000000',NULL,0,107,'2026-10-29 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(44,'reminder:report:+5workingdays:1:20261105T1600:1',1,'reminder',1,NULL,'{"rule": "report", "offset": "+5workingdays"}','2026-11-12 08:00:00.000000','2026-11-26 08:00:00.000000','sent',NULL,1,'2026-11-12 08:00:00.000000',NULL,0,116,'2026-11-12 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(45,'reminder:updates_due:-7d:1:20261015T2159:2',2,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-7d"}','2026-10-08 07:00:00.000000','2026-10-10 07:00:00.000000','sent',NULL,1,'2026-10-08 07:00:00.000000',NULL,0,52,'2026-10-08 07:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(46,'reminder:updates_due:-2d:1:20261015T2159:2',2,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-2d"}','2026-10-13 07:00:00.000000','2026-10-14 07:00:00.000000','sent',NULL,1,'2026-10-13 07:00:00.000000',NULL,0,61,'2026-10-13 07:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(47,'reminder:reply_by:-7d:1:20261022T2159:2',2,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-7d"}','2026-10-15 07:00:00.000000','2026-10-17 07:00:00.000000','sent',NULL,1,'2026-10-15 07:00:00.000000',NULL,0,88,'2026-10-15 07:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(48,'reminder:updates_due:-0d:1:20261015T2159:2',2,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-0d"}','2026-10-15 07:00:00.000000','2026-10-15 15:00:00.000000','sent',NULL,1,'2026-10-15 07:00:00.000000',NULL,0,91,'2026-10-15 07:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(49,'reminder:reply_by:-2d:1:20261022T2159:2',2,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-2d"}','2026-10-20 07:00:00.000000','2026-10-21 07:00:00.000000','sent',NULL,1,'2026-10-20 07:00:00.000000',NULL,0,96,'2026-10-20 07:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(50,'reminder:reply_by:-0d:1:20261022T2159:2',2,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-0d"}','2026-10-22 07:00:00.000000','2026-10-22 15:00:00.000000','sent',NULL,1,'2026-10-22 07:00:00.000000',NULL,0,102,'2026-10-22 07:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(51,'reminder:dossier:-7d:1:20261105T1300:2',2,'reminder',1,NULL,'{"rule": "dossier", "offset": "-7d"}','2026-10-29 08:00:00.000000','2026-10-31 08:00:00.000000','sent',NULL,1,'2026-10-29 08:00:00.000000',NULL,0,109,'2026-10-29 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(52,'reminder:report:+5workingdays:1:20261105T1600:2',2,'reminder',1,NULL,'{"rule": "report", "offset": "+5workingdays"}','2026-11-12 08:00:00.000000','2026-11-26 08:00:00.000000','sent',NULL,1,'2026-11-12 08:00:00.000000',NULL,0,115,'2026-11-12 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(53,'reminder:updates_due:-7d:1:20261015T2159:3',3,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-7d"}','2026-10-08 07:00:00.000000','2026-10-10 07:00:00.000000','dropped','the chamber has reported',0,'2026-10-08 07:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(54,'reminder:updates_due:-2d:1:20261015T2159:3',3,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-2d"}','2026-10-13 07:00:00.000000','2026-10-14 07:00:00.000000','dropped','the chamber has reported',0,'2026-10-13 07:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(55,'reminder:reply_by:-7d:1:20261022T2159:3',3,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-7d"}','2026-10-15 07:00:00.000000','2026-10-17 07:00:00.000000','sent',NULL,1,'2026-10-15 07:00:00.000000',NULL,0,87,'2026-10-15 07:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(56,'reminder:updates_due:-0d:1:20261015T2159:3',3,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-0d"}','2026-10-15 07:00:00.000000','2026-10-15 15:00:00.000000','dropped','the chamber has reported',0,'2026-10-15 07:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(57,'reminder:reply_by:-2d:1:20261022T2159:3',3,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-2d"}','2026-10-20 07:00:00.000000','2026-10-21 07:00:00.000000','sent',NULL,1,'2026-10-20 07:00:00.000000',NULL,0,97,'2026-10-20 07:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(58,'reminder:reply_by:-0d:1:20261022T2159:3',3,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-0d"}','2026-10-22 07:00:00.000000','2026-10-22 15:00:00.000000','sent',NULL,1,'2026-10-22 07:00:00.000000',NULL,0,103,'2026-10-22 07:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(59,'reminder:dossier:-7d:1:20261105T1300:3',3,'reminder',1,NULL,'{"rule": "dossier", "offset": "-7d"}','2026-10-29 08:00:00.000000','2026-10-31 08:00:00.000000','sent',NULL,1,'2026-10-29 08:00:00.000000',NULL,0,108,'2026-10-29 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(60,'reminder:updates_due:-7d:1:20261015T2159:4',4,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-7d"}','2026-10-08 08:00:00.000000','2026-10-10 08:00:00.000000','dropped','the chamber has reported',0,'2026-10-08 08:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(61,'reminder:updates_due:-2d:1:20261015T2159:4',4,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-2d"}','2026-10-13 08:00:00.000000','2026-10-14 08:00:00.000000','dropped','the chamber has reported',0,'2026-10-13 08:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(62,'reminder:reply_by:-7d:1:20261022T2159:4',4,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-7d"}','2026-10-15 08:00:00.000000','2026-10-17 08:00:00.000000','dropped','has answered',0,'2026-10-15 08:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(63,'reminder:updates_due:-0d:1:20261015T2159:4',4,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-0d"}','2026-10-15 08:00:00.000000','2026-10-15 16:00:00.000000','dropped','the chamber has reported',0,'2026-10-15 08:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(64,'reminder:reply_by:-2d:1:20261022T2159:4',4,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-2d"}','2026-10-20 08:00:00.000000','2026-10-21 08:00:00.000000','dropped','has answered',0,'2026-10-20 08:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(65,'reminder:reply_by:-0d:1:20261022T2159:4',4,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-0d"}','2026-10-22 08:00:00.000000','2026-10-22 16:00:00.000000','dropped','has answered',0,'2026-10-22 08:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(66,'reminder:dossier:-7d:1:20261105T1300:4',4,'reminder',1,NULL,'{"rule": "dossier", "offset": "-7d"}','2026-10-29 09:00:00.000000','2026-10-31 09:00:00.000000','sent',NULL,1,'2026-10-29 09:00:00.000000',NULL,0,111,'2026-10-29 09:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(67,'reminder:updates_due:-7d:1:20261015T2159:5',5,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-7d"}','2026-10-08 06:00:00.000000','2026-10-10 06:00:00.000000','sent',NULL,1,'2026-10-08 06:00:00.000000',NULL,0,48,'2026-10-08 06:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(68,'reminder:updates_due:-2d:1:20261015T2159:5',5,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-2d"}','2026-10-13 06:00:00.000000','2026-10-14 06:00:00.000000','sent',NULL,1,'2026-10-13 06:00:00.000000',NULL,0,57,'2026-10-13 06:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(69,'reminder:reply_by:-7d:1:20261022T2159:5',5,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-7d"}','2026-10-15 06:00:00.000000','2026-10-17 06:00:00.000000','dropped','has answered',0,'2026-10-15 06:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(70,'reminder:updates_due:-0d:1:20261015T2159:5',5,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-0d"}','2026-10-15 06:00:00.000000','2026-10-15 14:00:00.000000','sent',NULL,1,'2026-10-15 06:00:00.000000',NULL,0,83,'2026-10-15 06:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(71,'reminder:reply_by:-2d:1:20261022T2159:5',5,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-2d"}','2026-10-20 06:00:00.000000','2026-10-21 06:00:00.000000','dropped','has answered',0,'2026-10-20 06:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(72,'reminder:reply_by:-0d:1:20261022T2159:5',5,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-0d"}','2026-10-22 06:00:00.000000','2026-10-22 14:00:00.000000','dropped','has answered',0,'2026-10-22 06:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(73,'reminder:dossier:-7d:1:20261105T1300:5',5,'reminder',1,NULL,'{"rule": "dossier", "offset": "-7d"}','2026-10-29 07:00:00.000000','2026-10-31 07:00:00.000000','sent',NULL,1,'2026-10-29 07:00:00.000000',NULL,0,106,'2026-10-29 07:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(74,'reminder:updates_due:-7d:1:20261015T2159:6',6,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-7d"}','2026-10-08 07:00:00.000000','2026-10-10 07:00:00.000000','sent',NULL,1,'2026-10-08 07:00:00.000000',NULL,0,53,'2026-10-08 07:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(75,'reminder:updates_due:-2d:1:20261015T2159:6',6,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-2d"}','2026-10-13 07:00:00.000000','2026-10-14 07:00:00.000000','sent',NULL,1,'2026-10-13 07:00:00.000000',NULL,0,63,'2026-10-13 07:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(76,'reminder:reply_by:-7d:1:20261022T2159:6',6,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-7d"}','2026-10-15 07:00:00.000000','2026-10-17 07:00:00.000000','dropped','paused by the person',0,'2026-10-15 07:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(77,'reminder:updates_due:-0d:1:20261015T2159:6',6,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-0d"}','2026-10-15 07:00:00.000000','2026-10-15 15:00:00.000000','dropped','paused by the person',0,'2026-10-15 07:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(78,'reminder:reply_by:-2d:1:20261022T2159:6',6,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-2d"}','2026-10-20 07:00:00.000000','2026-10-21 07:00:00.000000','dropped','paused by the person',0,'2026-10-20 07:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(79,'reminder:reply_by:-0d:1:20261022T2159:6',6,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-0d"}','2026-10-22 07:00:00.000000','2026-10-22 15:00:00.000000','dropped','paused by the person',0,'2026-10-22 07:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(80,'reminder:dossier:-7d:1:20261105T1300:6',6,'reminder',1,NULL,'{"rule": "dossier", "offset": "-7d"}','2026-10-29 08:00:00.000000','2026-10-31 08:00:00.000000','dropped','paused by the person',0,'2026-10-29 08:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(81,'reminder:updates_due:-7d:1:20261015T2159:7',7,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-7d"}','2026-10-08 06:00:00.000000','2026-10-10 06:00:00.000000','sent',NULL,1,'2026-10-08 06:00:00.000000',NULL,0,49,'2026-10-08 06:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(82,'reminder:updates_due:-2d:1:20261015T2159:7',7,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-2d"}','2026-10-13 06:00:00.000000','2026-10-14 06:00:00.000000','sent',NULL,1,'2026-10-13 06:00:00.000000',NULL,0,58,'2026-10-13 06:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(83,'reminder:reply_by:-7d:1:20261022T2159:7',7,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-7d"}','2026-10-15 06:00:00.000000','2026-10-17 06:00:00.000000','sent',NULL,1,'2026-10-15 06:00:00.000000',NULL,0,84,'2026-10-15 06:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(84,'reminder:updates_due:-0d:1:20261015T2159:7',7,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-0d"}','2026-10-15 06:00:00.000000','2026-10-15 14:00:00.000000','sent',NULL,1,'2026-10-15 06:00:00.000000',NULL,0,85,'2026-10-15 06:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(85,'reminder:reply_by:-2d:1:20261022T2159:7',7,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-2d"}','2026-10-20 06:00:00.000000','2026-10-21 06:00:00.000000','sent',NULL,1,'2026-10-20 06:00:00.000000',NULL,0,94,'2026-10-20 06:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(86,'reminder:reply_by:-0d:1:20261022T2159:7',7,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-0d"}','2026-10-22 06:00:00.000000','2026-10-22 14:00:00.000000','sent',NULL,1,'2026-10-22 06:00:00.000000',NULL,0,100,'2026-10-22 06:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(87,'reminder:dossier:-7d:1:20261105T1300:7',7,'reminder',1,NULL,'{"rule": "dossier", "offset": "-7d"}','2026-10-29 07:00:00.000000','2026-10-31 07:00:00.000000','dropped','stopped by the person',0,'2026-10-29 07:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(88,'reminder:updates_due:-7d:1:20261015T2159:8',8,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-7d"}','2026-10-08 07:00:00.000000','2026-10-10 07:00:00.000000','sent',NULL,1,'2026-10-08 07:00:00.000000',NULL,0,56,'2026-10-08 07:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(89,'reminder:updates_due:-2d:1:20261015T2159:8',8,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-2d"}','2026-10-13 07:00:00.000000','2026-10-14 07:00:00.000000','sent',NULL,1,'2026-10-13 07:00:00.000000',NULL,0,62,'2026-10-13 07:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(90,'reminder:reply_by:-7d:1:20261022T2159:8',8,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-7d"}','2026-10-15 07:00:00.000000','2026-10-17 07:00:00.000000','dropped','the person has left',0,'2026-10-15 07:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(91,'reminder:updates_due:-0d:1:20261015T2159:8',8,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-0d"}','2026-10-15 07:00:00.000000','2026-10-15 15:00:00.000000','dropped','the person has left',0,'2026-10-15 07:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(92,'reminder:reply_by:-2d:1:20261022T2159:8',8,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-2d"}','2026-10-20 07:00:00.000000','2026-10-21 07:00:00.000000','dropped','the person has left',0,'2026-10-20 07:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(93,'reminder:reply_by:-0d:1:20261022T2159:8',8,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-0d"}','2026-10-22 07:00:00.000000','2026-10-22 15:00:00.000000','dropped','the person has left',0,'2026-10-22 07:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(94,'reminder:dossier:-7d:1:20261105T1300:8',8,'reminder',1,NULL,'{"rule": "dossier", "offset": "-7d"}','2026-10-29 08:00:00.000000','2026-10-31 08:00:00.000000','dropped','the person has left',0,'2026-10-29 08:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(95,'reminder:reply_by:-7d:1:20261022T2159:9',9,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-7d"}','2026-10-15 08:00:00.000000','2026-10-17 08:00:00.000000','sent',NULL,1,'2026-10-15 08:00:00.000000',NULL,0,93,'2026-10-15 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(96,'reminder:reply_by:-2d:1:20261022T2159:9',9,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-2d"}','2026-10-20 08:00:00.000000','2026-10-21 08:00:00.000000','sent',NULL,1,'2026-10-20 08:00:00.000000',NULL,0,99,'2026-10-20 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(97,'reminder:reply_by:-0d:1:20261022T2159:9',9,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-0d"}','2026-10-22 08:00:00.000000','2026-10-22 16:00:00.000000','sent',NULL,1,'2026-10-22 08:00:00.000000',NULL,0,105,'2026-10-22 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(98,'reminder:dossier:-7d:1:20261105T1300:9',9,'reminder',1,NULL,'{"rule": "dossier", "offset": "-7d"}','2026-10-29 09:00:00.000000','2026-10-31 09:00:00.000000','sent',NULL,1,'2026-10-29 09:00:00.000000',NULL,0,112,'2026-10-29 09:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(99,'reminder:updates_due:-7d:1:20261015T2159:10',10,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-7d"}','2026-10-08 07:00:00.000000','2026-10-10 07:00:00.000000','sent',NULL,1,'2026-10-08 07:00:00.000000',NULL,0,54,'2026-10-08 07:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(100,'reminder:updates_due:-2d:1:20261015T2159:10',10,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-2d"}','2026-10-13 07:00:00.000000','2026-10-14 07:00:00.000000','sent',NULL,1,'2026-10-13 07:00:00.000000',NULL,0,64,'2026-10-13 07:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(101,'reminder:reply_by:-7d:1:20261022T2159:10',10,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-7d"}','2026-10-15 07:00:00.000000','2026-10-17 07:00:00.000000','dropped','has answered',0,'2026-10-15 07:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(102,'reminder:updates_due:-0d:1:20261015T2159:10',10,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-0d"}','2026-10-15 07:00:00.000000','2026-10-15 15:00:00.000000','dropped','the person has left',0,'2026-10-15 07:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(103,'reminder:reply_by:-2d:1:20261022T2159:10',10,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-2d"}','2026-10-20 07:00:00.000000','2026-10-21 07:00:00.000000','dropped','has answered',0,'2026-10-20 07:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(104,'reminder:reply_by:-0d:1:20261022T2159:10',10,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-0d"}','2026-10-22 07:00:00.000000','2026-10-22 15:00:00.000000','dropped','has answered',0,'2026-10-22 07:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(105,'reminder:dossier:-7d:1:20261105T1300:10',10,'reminder',1,NULL,'{"rule": "dossier", "offset": "-7d"}','2026-10-29 08:00:00.000000','2026-10-31 08:00:00.000000','dropped','the person has left',0,'2026-10-29 08:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(106,'reminder:updates_due:-7d:1:20261015T2159:11',11,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-7d"}','2026-10-08 06:00:00.000000','2026-10-10 06:00:00.000000','sent',NULL,1,'2026-10-08 06:00:00.000000',NULL,0,50,'2026-10-08 06:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(107,'reminder:updates_due:-2d:1:20261015T2159:11',11,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-2d"}','2026-10-13 06:00:00.000000','2026-10-14 06:00:00.000000','sent',NULL,1,'2026-10-13 06:00:00.000000',NULL,0,59,'2026-10-13 06:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(108,'reminder:reply_by:-7d:1:20261022T2159:11',11,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-7d"}','2026-10-15 06:00:00.000000','2026-10-17 06:00:00.000000','unreachable','blocked the bot',1,'2026-10-15 06:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(109,'reminder:updates_due:-0d:1:20261015T2159:11',11,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-0d"}','2026-10-15 06:00:00.000000','2026-10-15 14:00:00.000000','unreachable','blocked the bot',1,'2026-10-15 06:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(110,'reminder:reply_by:-2d:1:20261022T2159:11',11,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-2d"}','2026-10-20 06:00:00.000000','2026-10-21 06:00:00.000000','unreachable','blocked the bot',1,'2026-10-20 06:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(111,'reminder:reply_by:-0d:1:20261022T2159:11',11,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-0d"}','2026-10-22 06:00:00.000000','2026-10-22 14:00:00.000000','unreachable','blocked the bot',1,'2026-10-22 06:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(112,'reminder:dossier:-7d:1:20261105T1300:11',11,'reminder',1,NULL,'{"rule": "dossier", "offset": "-7d"}','2026-10-29 07:00:00.000000','2026-10-31 07:00:00.000000','unreachable','blocked the bot',1,'2026-10-29 07:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(113,'reminder:updates_due:-7d:1:20261015T2159:12',12,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-7d"}','2026-10-08 07:00:00.000000','2026-10-10 07:00:00.000000','sent',NULL,1,'2026-10-08 07:00:00.000000',NULL,0,55,'2026-10-08 07:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(114,'reminder:updates_due:-2d:1:20261015T2159:12',12,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-2d"}','2026-10-13 07:00:00.000000','2026-10-14 07:00:00.000000','sent',NULL,1,'2026-10-13 07:00:00.000000',NULL,0,65,'2026-10-13 07:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(115,'reminder:reply_by:-7d:1:20261022T2159:12',12,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-7d"}','2026-10-15 07:00:00.000000','2026-10-17 07:00:00.000000','sent',NULL,1,'2026-10-15 07:00:00.000000',NULL,0,89,'2026-10-15 07:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(116,'reminder:updates_due:-0d:1:20261015T2159:12',12,'reminder',1,NULL,'{"rule": "updates_due", "offset": "-0d"}','2026-10-15 07:00:00.000000','2026-10-15 15:00:00.000000','sent',NULL,1,'2026-10-15 07:00:00.000000',NULL,0,92,'2026-10-15 07:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(117,'reminder:reply_by:-2d:1:20261022T2159:12',12,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-2d"}','2026-10-20 07:00:00.000000','2026-10-21 07:00:00.000000','sent',NULL,1,'2026-10-20 07:00:00.000000',NULL,0,98,'2026-10-20 07:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(118,'reminder:reply_by:-0d:1:20261022T2159:12',12,'reminder',1,NULL,'{"rule": "reply_by", "offset": "-0d"}','2026-10-22 07:00:00.000000','2026-10-22 15:00:00.000000','sent',NULL,1,'2026-10-22 07:00:00.000000',NULL,0,104,'2026-10-22 07:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(119,'reminder:dossier:-7d:1:20261105T1300:12',12,'reminder',1,NULL,'{"rule": "dossier", "offset": "-7d"}','2026-10-29 08:00:00.000000','2026-10-31 08:00:00.000000','sent',NULL,1,'2026-10-29 08:00:00.000000',NULL,0,110,'2026-10-29 08:00:00.000000','2026-09-28 08:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(120,'reminder:practical:-1d:1:20261105T1300:4',4,'reminder',1,NULL,'{"rule": "practical", "offset": "-1d"}','2026-11-04 09:00:00.000000','2026-11-04 21:00:00.000000','too_late','was due 2026-11-04 09:00 UTC',1,'2026-11-04 09:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(121,'reminder:practical:-1d:1:20261105T1300:10',10,'reminder',1,NULL,'{"rule": "practical", "offset": "-1d"}','2026-11-04 08:00:00.000000','2026-11-04 20:00:00.000000','dropped','the person has left',0,'2026-11-04 08:00:00.000000',NULL,0,NULL,NULL,'2026-09-28 08:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(122,'reminder:ipex:+14days:1:20261105T1600:4',4,'reminder',1,NULL,'{"rule": "ipex", "offset": "+14days"}','2026-11-19 09:00:00.000000','2026-12-19 09:00:00.000000','sent',NULL,1,'2026-11-19 09:00:00.000000',NULL,0,118,'2026-11-19 09:00:00.000000','2026-09-28 08:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(123,'reminder:ipex:+14days:1:20261105T1600:5',5,'reminder',1,NULL,'{"rule": "ipex", "offset": "+14days"}','2026-11-19 07:00:00.000000','2026-12-19 07:00:00.000000','dropped','nothing to publish',0,'2026-11-19 07:00:00.000000',NULL,0,NULL,NULL,'2026-09-29 08:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(124,'reminder:ipex:+14days:1:20261105T1600:3',3,'reminder',1,NULL,'{"rule": "ipex", "offset": "+14days"}','2026-11-19 08:00:00.000000','2026-12-19 08:00:00.000000','sent',NULL,1,'2026-11-19 08:00:00.000000',NULL,0,117,'2026-11-19 08:00:00.000000','2026-09-29 08:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(125,'application:13:2026-09-29T08:03:00+00:00:1',1,'application',NULL,NULL,'{"person_id": 13}','2026-09-29 08:03:00.000000',NULL,'sent',NULL,1,'2026-09-29 08:03:00.000000',NULL,0,42,'2026-09-29 08:03:00.000000','2026-09-29 08:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(126,'application:13:2026-09-29T08:03:00+00:00:2',2,'application',NULL,NULL,'{"person_id": 13}','2026-09-29 08:03:00.000000',NULL,'sent',NULL,1,'2026-09-29 08:03:00.000000',NULL,0,43,'2026-09-29 08:03:00.000000','2026-09-29 08:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(127,'declined:13:2026-09-29T08:03:00+00:00',13,'declined',NULL,NULL,'{}','2026-09-29 08:03:00.000000',NULL,'sent',NULL,1,'2026-09-29 08:03:00.000000',NULL,0,47,'2026-09-29 08:03:00.000000','2026-09-29 08:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(128,'left:10:1',1,'left',NULL,NULL,'{"chambers": ["PL-SEJ"]}','2026-10-14 10:00:00.000000',NULL,'sent',NULL,1,'2026-10-14 10:00:00.000000',NULL,0,68,'2026-10-14 10:00:00.000000','2026-10-14 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(129,'left:10:2',2,'left',NULL,NULL,'{"chambers": ["PL-SEJ"]}','2026-10-14 10:00:00.000000',NULL,'sent',NULL,1,'2026-10-14 10:00:00.000000',NULL,0,69,'2026-10-14 10:00:00.000000','2026-10-14 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(130,'commands:suspend:8:2026-10-14T10:00:00+00:00',8,'commands',NULL,NULL,'{}','2026-10-14 10:00:00.000000',NULL,'sent',NULL,1,'2026-10-14 10:00:00.000000',NULL,0,NULL,'2026-10-14 10:00:00.000000','2026-10-14 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(131,'suspended:suspend:8:2026-10-14T10:00:00+00:00',8,'suspended',NULL,NULL,'{}','2026-10-14 10:00:00.000000',NULL,'sent',NULL,1,'2026-10-14 10:00:00.000000',NULL,0,70,'2026-10-14 10:00:00.000000','2026-10-14 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(132,'unreachable:11:2026-10-14T10:00:00+00:00:1',1,'unreachable',NULL,NULL,'{"person_id": 11}','2026-10-14 10:00:00.000000',NULL,'sent',NULL,1,'2026-10-14 10:00:00.000000',NULL,0,71,'2026-10-14 10:00:00.000000','2026-10-14 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(133,'unreachable:11:2026-10-14T10:00:00+00:00:2',2,'unreachable',NULL,NULL,'{"person_id": 11}','2026-10-14 10:00:00.000000',NULL,'sent',NULL,1,'2026-10-14 10:00:00.000000',NULL,0,72,'2026-10-14 10:00:00.000000','2026-10-14 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(134,'absence:2026-11-04T07:30:00+00:00:1',1,'absence',NULL,NULL,'{"from": "2026-11-04T07:30:00+00:00", "to": "2026-11-05T15:00:00+00:00", "answered": 0, "cause": "down"}','2026-11-05 15:01:00.000000',NULL,'sent',NULL,1,'2026-11-05 15:01:00.000000',NULL,0,113,'2026-11-05 15:01:00.000000','2026-11-05 15:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(135,'absence:2026-11-04T07:30:00+00:00:2',2,'absence',NULL,NULL,'{"from": "2026-11-04T07:30:00+00:00", "to": "2026-11-05T15:00:00+00:00", "answered": 0, "cause": "down"}','2026-11-05 15:01:00.000000',NULL,'sent',NULL,1,'2026-11-05 15:01:00.000000',NULL,0,114,'2026-11-05 15:01:00.000000','2026-11-05 15:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(136,'notice:2:1',1,'notice',2,2,'{}','2026-11-23 10:00:00.000000','2027-01-28 11:00:00.000000','sent',NULL,1,'2026-11-23 10:00:00.000000',NULL,0,129,'2026-11-23 10:00:00.000000','2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(137,'notice:2:2',2,'notice',2,2,'{}','2026-11-23 10:00:00.000000','2027-01-28 11:00:00.000000','sent',NULL,1,'2026-11-23 10:00:00.000000',NULL,0,132,'2026-11-23 10:00:00.000000','2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(138,'notice:2:3',3,'notice',2,2,'{}','2026-11-23 10:00:00.000000','2027-01-28 11:00:00.000000','sent',NULL,1,'2026-11-23 10:00:00.000000',NULL,0,131,'2026-11-23 10:00:00.000000','2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(139,'notice:2:4',4,'notice',2,2,'{}','2026-11-23 10:00:00.000000','2027-01-28 11:00:00.000000','sent',NULL,1,'2026-11-23 10:00:00.000000',NULL,0,137,'2026-11-23 10:00:00.000000','2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(140,'notice:2:5',5,'notice',2,2,'{}','2026-11-23 10:00:00.000000','2027-01-28 11:00:00.000000','sent',NULL,1,'2026-11-23 10:00:00.000000',NULL,0,130,'2026-11-23 10:00:00.000000','2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(141,'notice:2:6',6,'notice',2,2,'{}','2026-11-23 10:00:00.000000','2027-01-28 11:00:00.000000','sent',NULL,1,'2026-11-23 10:00:00.000000',NULL,0,136,'2026-11-23 10:00:00.000000','2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(142,'notice:2:7',7,'notice',2,2,'{}','2026-11-23 10:00:00.000000','2027-01-28 11:00:00.000000','sent',NULL,1,'2026-11-23 10:00:00.000000',NULL,0,135,'2026-11-23 10:00:00.000000','2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(143,'notice:2:9',9,'notice',2,2,'{}','2026-11-23 10:00:00.000000','2027-01-28 11:00:00.000000','sent',NULL,1,'2026-11-23 10:00:00.000000',NULL,0,133,'2026-11-23 10:00:00.000000','2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(144,'notice:2:11',11,'notice',2,2,'{}','2026-11-23 10:00:00.000000','2027-01-28 11:00:00.000000','unreachable','blocked the bot',1,'2026-11-23 10:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(145,'notice:2:12',12,'notice',2,2,'{}','2026-11-23 10:00:00.000000','2027-01-28 11:00:00.000000','sent',NULL,1,'2026-11-23 10:00:00.000000',NULL,0,134,'2026-11-23 10:00:00.000000','2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(146,'reminder:call_for_updates:-42d:2:20270128T0900:1',1,'reminder',2,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2026-12-17 08:00:00.000000','2026-12-24 08:00:00.000000','superseded','the meeting was cancelled',0,'2026-12-17 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(147,'reminder:updates_due:-7d:2:20270107T2259:1',1,'reminder',2,NULL,'{"rule": "updates_due", "offset": "-7d"}','2026-12-31 08:00:00.000000','2027-01-02 08:00:00.000000','superseded','the meeting was cancelled',0,'2026-12-31 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(148,'reminder:updates_due:-2d:2:20270107T2259:1',1,'reminder',2,NULL,'{"rule": "updates_due", "offset": "-2d"}','2027-01-05 08:00:00.000000','2027-01-06 08:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-05 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(149,'reminder:reply_by:-7d:2:20270114T2259:1',1,'reminder',2,NULL,'{"rule": "reply_by", "offset": "-7d"}','2027-01-07 08:00:00.000000','2027-01-09 08:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-07 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(150,'reminder:updates_due:-0d:2:20270107T2259:1',1,'reminder',2,NULL,'{"rule": "updates_due", "offset": "-0d"}','2027-01-07 08:00:00.000000','2027-01-07 16:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-07 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(151,'reminder:reply_by:-2d:2:20270114T2259:1',1,'reminder',2,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-01-12 08:00:00.000000','2027-01-13 08:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-12 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(152,'reminder:reply_by:-0d:2:20270114T2259:1',1,'reminder',2,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-01-14 08:00:00.000000','2027-01-14 16:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-14 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(153,'reminder:dossier:-7d:2:20270128T0900:1',1,'reminder',2,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-01-21 08:00:00.000000','2027-01-23 08:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-21 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(154,'reminder:report:+5workingdays:2:20270128T1100:1',1,'reminder',2,NULL,'{"rule": "report", "offset": "+5workingdays"}','2027-02-04 08:00:00.000000','2027-02-18 08:00:00.000000','superseded','the meeting was cancelled',0,'2027-02-04 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(155,'reminder:call_for_updates:-42d:2:20270128T0900:2',2,'reminder',2,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2026-12-17 08:00:00.000000','2026-12-24 08:00:00.000000','superseded','the meeting was cancelled',0,'2026-12-17 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(156,'reminder:updates_due:-7d:2:20270107T2259:2',2,'reminder',2,NULL,'{"rule": "updates_due", "offset": "-7d"}','2026-12-31 08:00:00.000000','2027-01-02 08:00:00.000000','superseded','the meeting was cancelled',0,'2026-12-31 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(157,'reminder:updates_due:-2d:2:20270107T2259:2',2,'reminder',2,NULL,'{"rule": "updates_due", "offset": "-2d"}','2027-01-05 08:00:00.000000','2027-01-06 08:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-05 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(158,'reminder:reply_by:-7d:2:20270114T2259:2',2,'reminder',2,NULL,'{"rule": "reply_by", "offset": "-7d"}','2027-01-07 08:00:00.000000','2027-01-09 08:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-07 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(159,'reminder:updates_due:-0d:2:20270107T2259:2',2,'reminder',2,NULL,'{"rule": "updates_due", "offset": "-0d"}','2027-01-07 08:00:00.000000','2027-01-07 16:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-07 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(160,'reminder:reply_by:-2d:2:20270114T2259:2',2,'reminder',2,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-01-12 08:00:00.000000','2027-01-13 08:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-12 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(161,'reminder:reply_by:-0d:2:20270114T2259:2',2,'reminder',2,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-01-14 08:00:00.000000','2027-01-14 16:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-14 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(162,'reminder:dossier:-7d:2:20270128T0900:2',2,'reminder',2,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-01-21 08:00:00.000000','2027-01-23 08:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-21 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(163,'reminder:report:+5workingdays:2:20270128T1100:2',2,'reminder',2,NULL,'{"rule": "report", "offset": "+5workingdays"}','2027-02-04 08:00:00.000000','2027-02-18 08:00:00.000000','superseded','the meeting was cancelled',0,'2027-02-04 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(164,'reminder:call_for_updates:-42d:2:20270128T0900:3',3,'reminder',2,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2026-12-17 08:00:00.000000','2026-12-24 08:00:00.000000','superseded','the meeting was cancelled',0,'2026-12-17 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(165,'reminder:updates_due:-7d:2:20270107T2259:3',3,'reminder',2,NULL,'{"rule": "updates_due", "offset": "-7d"}','2026-12-31 08:00:00.000000','2027-01-02 08:00:00.000000','superseded','the meeting was cancelled',0,'2026-12-31 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(166,'reminder:updates_due:-2d:2:20270107T2259:3',3,'reminder',2,NULL,'{"rule": "updates_due", "offset": "-2d"}','2027-01-05 08:00:00.000000','2027-01-06 08:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-05 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(167,'reminder:reply_by:-7d:2:20270114T2259:3',3,'reminder',2,NULL,'{"rule": "reply_by", "offset": "-7d"}','2027-01-07 08:00:00.000000','2027-01-09 08:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-07 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(168,'reminder:updates_due:-0d:2:20270107T2259:3',3,'reminder',2,NULL,'{"rule": "updates_due", "offset": "-0d"}','2027-01-07 08:00:00.000000','2027-01-07 16:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-07 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(169,'reminder:reply_by:-2d:2:20270114T2259:3',3,'reminder',2,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-01-12 08:00:00.000000','2027-01-13 08:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-12 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(170,'reminder:reply_by:-0d:2:20270114T2259:3',3,'reminder',2,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-01-14 08:00:00.000000','2027-01-14 16:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-14 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(171,'reminder:dossier:-7d:2:20270128T0900:3',3,'reminder',2,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-01-21 08:00:00.000000','2027-01-23 08:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-21 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(172,'reminder:call_for_updates:-42d:2:20270128T0900:4',4,'reminder',2,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2026-12-17 09:00:00.000000','2026-12-24 09:00:00.000000','superseded','the meeting was cancelled',0,'2026-12-17 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(173,'reminder:updates_due:-7d:2:20270107T2259:4',4,'reminder',2,NULL,'{"rule": "updates_due", "offset": "-7d"}','2026-12-31 09:00:00.000000','2027-01-02 09:00:00.000000','superseded','the meeting was cancelled',0,'2026-12-31 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(174,'reminder:updates_due:-2d:2:20270107T2259:4',4,'reminder',2,NULL,'{"rule": "updates_due", "offset": "-2d"}','2027-01-05 09:00:00.000000','2027-01-06 09:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-05 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(175,'reminder:reply_by:-7d:2:20270114T2259:4',4,'reminder',2,NULL,'{"rule": "reply_by", "offset": "-7d"}','2027-01-07 09:00:00.000000','2027-01-09 09:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-07 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(176,'reminder:updates_due:-0d:2:20270107T2259:4',4,'reminder',2,NULL,'{"rule": "updates_due", "offset": "-0d"}','2027-01-07 09:00:00.000000','2027-01-07 17:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-07 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(177,'reminder:reply_by:-2d:2:20270114T2259:4',4,'reminder',2,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-01-12 09:00:00.000000','2027-01-13 09:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-12 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(178,'reminder:reply_by:-0d:2:20270114T2259:4',4,'reminder',2,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-01-14 09:00:00.000000','2027-01-14 17:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-14 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(179,'reminder:dossier:-7d:2:20270128T0900:4',4,'reminder',2,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-01-21 09:00:00.000000','2027-01-23 09:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-21 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(180,'reminder:call_for_updates:-42d:2:20270128T0900:5',5,'reminder',2,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2026-12-17 07:00:00.000000','2026-12-24 07:00:00.000000','superseded','the meeting was cancelled',0,'2026-12-17 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(181,'reminder:updates_due:-7d:2:20270107T2259:5',5,'reminder',2,NULL,'{"rule": "updates_due", "offset": "-7d"}','2026-12-31 07:00:00.000000','2027-01-02 07:00:00.000000','superseded','the meeting was cancelled',0,'2026-12-31 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(182,'reminder:updates_due:-2d:2:20270107T2259:5',5,'reminder',2,NULL,'{"rule": "updates_due", "offset": "-2d"}','2027-01-05 07:00:00.000000','2027-01-06 07:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-05 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(183,'reminder:reply_by:-7d:2:20270114T2259:5',5,'reminder',2,NULL,'{"rule": "reply_by", "offset": "-7d"}','2027-01-07 07:00:00.000000','2027-01-09 07:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-07 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(184,'reminder:updates_due:-0d:2:20270107T2259:5',5,'reminder',2,NULL,'{"rule": "updates_due", "offset": "-0d"}','2027-01-07 07:00:00.000000','2027-01-07 15:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-07 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(185,'reminder:reply_by:-2d:2:20270114T2259:5',5,'reminder',2,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-01-12 07:00:00.000000','2027-01-13 07:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-12 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(186,'reminder:reply_by:-0d:2:20270114T2259:5',5,'reminder',2,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-01-14 07:00:00.000000','2027-01-14 15:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-14 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(187,'reminder:dossier:-7d:2:20270128T0900:5',5,'reminder',2,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-01-21 07:00:00.000000','2027-01-23 07:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-21 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(188,'reminder:dossier:-7d:2:20270128T0900:6',6,'reminder',2,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-01-21 08:00:00.000000','2027-01-23 08:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-21 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(189,'reminder:call_for_updates:-42d:2:20270128T0900:7',7,'reminder',2,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2026-12-17 07:00:00.000000','2026-12-24 07:00:00.000000','superseded','the meeting was cancelled',0,'2026-12-17 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(190,'reminder:updates_due:-7d:2:20270107T2259:7',7,'reminder',2,NULL,'{"rule": "updates_due", "offset": "-7d"}','2026-12-31 07:00:00.000000','2027-01-02 07:00:00.000000','superseded','the meeting was cancelled',0,'2026-12-31 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(191,'reminder:updates_due:-2d:2:20270107T2259:7',7,'reminder',2,NULL,'{"rule": "updates_due", "offset": "-2d"}','2027-01-05 07:00:00.000000','2027-01-06 07:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-05 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(192,'reminder:reply_by:-7d:2:20270114T2259:7',7,'reminder',2,NULL,'{"rule": "reply_by", "offset": "-7d"}','2027-01-07 07:00:00.000000','2027-01-09 07:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-07 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(193,'reminder:updates_due:-0d:2:20270107T2259:7',7,'reminder',2,NULL,'{"rule": "updates_due", "offset": "-0d"}','2027-01-07 07:00:00.000000','2027-01-07 15:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-07 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(194,'reminder:reply_by:-2d:2:20270114T2259:7',7,'reminder',2,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-01-12 07:00:00.000000','2027-01-13 07:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-12 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(195,'reminder:reply_by:-0d:2:20270114T2259:7',7,'reminder',2,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-01-14 07:00:00.000000','2027-01-14 15:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-14 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(196,'reminder:reply_by:-7d:2:20270114T2259:9',9,'reminder',2,NULL,'{"rule": "reply_by", "offset": "-7d"}','2027-01-07 09:00:00.000000','2027-01-09 09:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-07 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(197,'reminder:reply_by:-2d:2:20270114T2259:9',9,'reminder',2,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-01-12 09:00:00.000000','2027-01-13 09:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-12 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(198,'reminder:reply_by:-0d:2:20270114T2259:9',9,'reminder',2,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-01-14 09:00:00.000000','2027-01-14 17:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-14 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(199,'reminder:dossier:-7d:2:20270128T0900:9',9,'reminder',2,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-01-21 09:00:00.000000','2027-01-23 09:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-21 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(200,'reminder:call_for_updates:-42d:2:20270128T0900:11',11,'reminder',2,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2026-12-17 07:00:00.000000','2026-12-24 07:00:00.000000','superseded','the meeting was cancelled',0,'2026-12-17 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(201,'reminder:updates_due:-7d:2:20270107T2259:11',11,'reminder',2,NULL,'{"rule": "updates_due", "offset": "-7d"}','2026-12-31 07:00:00.000000','2027-01-02 07:00:00.000000','superseded','the meeting was cancelled',0,'2026-12-31 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(202,'reminder:updates_due:-2d:2:20270107T2259:11',11,'reminder',2,NULL,'{"rule": "updates_due", "offset": "-2d"}','2027-01-05 07:00:00.000000','2027-01-06 07:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-05 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(203,'reminder:reply_by:-7d:2:20270114T2259:11',11,'reminder',2,NULL,'{"rule": "reply_by", "offset": "-7d"}','2027-01-07 07:00:00.000000','2027-01-09 07:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-07 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(204,'reminder:updates_due:-0d:2:20270107T2259:11',11,'reminder',2,NULL,'{"rule": "updates_due", "offset": "-0d"}','2027-01-07 07:00:00.000000','2027-01-07 15:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-07 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(205,'reminder:reply_by:-2d:2:20270114T2259:11',11,'reminder',2,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-01-12 07:00:00.000000','2027-01-13 07:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-12 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(206,'reminder:reply_by:-0d:2:20270114T2259:11',11,'reminder',2,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-01-14 07:00:00.000000','2027-01-14 15:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-14 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(207,'reminder:dossier:-7d:2:20270128T0900:11',11,'reminder',2,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-01-21 07:00:00.000000','2027-01-23 07:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-21 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(208,'reminder:call_for_updates:-42d:2:20270128T0900:12',12,'reminder',2,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2026-12-17 08:00:00.000000','2026-12-24 08:00:00.000000','superseded','the meeting was cancelled',0,'2026-12-17 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(209,'reminder:updates_due:-7d:2:20270107T2259:12',12,'reminder',2,NULL,'{"rule": "updates_due", "offset": "-7d"}','2026-12-31 08:00:00.000000','2027-01-02 08:00:00.000000','superseded','the meeting was cancelled',0,'2026-12-31 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(210,'reminder:updates_due:-2d:2:20270107T2259:12',12,'reminder',2,NULL,'{"rule": "updates_due", "offset": "-2d"}','2027-01-05 08:00:00.000000','2027-01-06 08:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-05 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(211,'reminder:reply_by:-7d:2:20270114T2259:12',12,'reminder',2,NULL,'{"rule": "reply_by", "offset": "-7d"}','2027-01-07 08:00:00.000000','2027-01-09 08:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-07 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(212,'reminder:updates_due:-0d:2:20270107T2259:12',12,'reminder',2,NULL,'{"rule": "updates_due", "offset": "-0d"}','2027-01-07 08:00:00.000000','2027-01-07 16:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-07 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(213,'reminder:reply_by:-2d:2:20270114T2259:12',12,'reminder',2,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-01-12 08:00:00.000000','2027-01-13 08:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-12 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(214,'reminder:reply_by:-0d:2:20270114T2259:12',12,'reminder',2,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-01-14 08:00:00.000000','2027-01-14 16:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-14 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(215,'reminder:dossier:-7d:2:20270128T0900:12',12,'reminder',2,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-01-21 08:00:00.000000','2027-01-23 08:00:00.000000','superseded','the meeting was cancelled',0,'2027-01-21 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:00:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(216,'notice:3:1',1,'notice',3,3,'{}','2026-11-23 10:03:00.000000','2027-02-25 16:00:00.000000','sent',NULL,1,'2026-11-23 10:03:00.000000',NULL,0,152,'2026-11-23 10:03:00.000000','2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(217,'notice:3:2',2,'notice',3,3,'{}','2026-11-23 10:03:00.000000','2027-02-25 16:00:00.000000','sent',NULL,1,'2026-11-23 10:03:00.000000',NULL,0,156,'2026-11-23 10:03:00.000000','2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(218,'notice:3:3',3,'notice',3,3,'{}','2026-11-23 10:03:00.000000','2027-02-25 16:00:00.000000','sent',NULL,1,'2026-11-23 10:03:00.000000',NULL,0,154,'2026-11-23 10:03:00.000000','2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(219,'notice:3:4',4,'notice',3,3,'{}','2026-11-23 10:03:00.000000','2027-02-25 16:00:00.000000','sent',NULL,1,'2026-11-23 10:03:00.000000',NULL,0,155,'2026-11-23 10:03:00.000000','2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(220,'notice:3:5',5,'notice',3,3,'{}','2026-11-23 10:03:00.000000','2027-02-25 16:00:00.000000','sent',NULL,1,'2026-11-23 10:03:00.000000',NULL,0,153,'2026-11-23 10:03:00.000000','2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(221,'notice:3:6',6,'notice',3,3,'{}','2026-11-23 10:03:00.000000','2027-02-25 16:00:00.000000','sent',NULL,1,'2026-11-23 10:03:00.000000',NULL,0,157,'2026-11-23 10:03:00.000000','2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(222,'notice:3:7',7,'notice',3,3,'{}','2026-11-23 10:03:00.000000','2027-02-25 16:00:00.000000','sent',NULL,1,'2026-11-23 10:03:00.000000',NULL,0,158,'2026-11-23 10:03:00.000000','2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(223,'notice:3:9',9,'notice',3,3,'{}','2026-11-23 10:03:00.000000','2027-02-25 16:00:00.000000','sent',NULL,1,'2026-11-23 10:03:00.000000',NULL,0,160,'2026-11-23 10:03:00.000000','2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(224,'notice:3:11',11,'notice',3,3,'{}','2026-11-23 10:03:00.000000','2027-02-25 16:00:00.000000','unreachable','blocked the bot',1,'2026-11-23 10:03:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(225,'notice:3:12',12,'notice',3,3,'{}','2026-11-23 10:03:00.000000','2027-02-25 16:00:00.000000','sent',NULL,1,'2026-11-23 10:03:00.000000',NULL,0,159,'2026-11-23 10:03:00.000000','2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(226,'reminder:call_for_updates:-42d:3:20270225T1300:1',1,'reminder',3,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2027-01-14 08:00:00.000000','2027-01-21 08:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-01-14 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(227,'reminder:updates_due:-7d:3:20270204T2259:1',1,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-7d"}','2027-01-28 08:00:00.000000','2027-01-30 08:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-01-28 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(228,'reminder:updates_due:-2d:3:20270204T2259:1',1,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-2d"}','2027-02-02 08:00:00.000000','2027-02-03 08:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-02 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(229,'reminder:reply_by:-7d:3:20270211T2259:1',1,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-7d"}','2027-02-04 08:00:00.000000','2027-02-06 08:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-04 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(230,'reminder:updates_due:-0d:3:20270204T2259:1',1,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-0d"}','2027-02-04 08:00:00.000000','2027-02-04 16:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-04 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(231,'reminder:reply_by:-2d:3:20270211T2259:1',1,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-02-09 08:00:00.000000','2027-02-10 08:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-09 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(232,'reminder:reply_by:-0d:3:20270211T2259:1',1,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-02-11 08:00:00.000000','2027-02-11 16:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-11 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(233,'reminder:dossier:-7d:3:20270225T1300:1',1,'reminder',3,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-02-18 08:00:00.000000','2027-02-20 08:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-18 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(234,'reminder:report:+5workingdays:3:20270225T1600:1',1,'reminder',3,NULL,'{"rule": "report", "offset": "+5workingdays"}','2027-03-04 08:00:00.000000','2027-03-18 08:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-03-04 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(235,'reminder:call_for_updates:-42d:3:20270225T1300:2',2,'reminder',3,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2027-01-14 08:00:00.000000','2027-01-21 08:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-01-14 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(236,'reminder:updates_due:-7d:3:20270204T2259:2',2,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-7d"}','2027-01-28 08:00:00.000000','2027-01-30 08:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-01-28 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(237,'reminder:updates_due:-2d:3:20270204T2259:2',2,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-2d"}','2027-02-02 08:00:00.000000','2027-02-03 08:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-02 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(238,'reminder:reply_by:-7d:3:20270211T2259:2',2,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-7d"}','2027-02-04 08:00:00.000000','2027-02-06 08:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-04 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(239,'reminder:updates_due:-0d:3:20270204T2259:2',2,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-0d"}','2027-02-04 08:00:00.000000','2027-02-04 16:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-04 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(240,'reminder:reply_by:-2d:3:20270211T2259:2',2,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-02-09 08:00:00.000000','2027-02-10 08:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-09 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(241,'reminder:reply_by:-0d:3:20270211T2259:2',2,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-02-11 08:00:00.000000','2027-02-11 16:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-11 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(242,'reminder:dossier:-7d:3:20270225T1300:2',2,'reminder',3,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-02-18 08:00:00.000000','2027-02-20 08:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-18 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(243,'reminder:report:+5workingdays:3:20270225T1600:2',2,'reminder',3,NULL,'{"rule": "report", "offset": "+5workingdays"}','2027-03-04 08:00:00.000000','2027-03-18 08:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-03-04 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(244,'reminder:call_for_updates:-42d:3:20270225T1300:3',3,'reminder',3,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2027-01-14 08:00:00.000000','2027-01-21 08:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-01-14 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(245,'reminder:updates_due:-7d:3:20270204T2259:3',3,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-7d"}','2027-01-28 08:00:00.000000','2027-01-30 08:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-01-28 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(246,'reminder:updates_due:-2d:3:20270204T2259:3',3,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-2d"}','2027-02-02 08:00:00.000000','2027-02-03 08:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-02 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(247,'reminder:reply_by:-7d:3:20270211T2259:3',3,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-7d"}','2027-02-04 08:00:00.000000','2027-02-06 08:00:00.000000','dropped','has answered',0,'2027-02-04 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(248,'reminder:updates_due:-0d:3:20270204T2259:3',3,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-0d"}','2027-02-04 08:00:00.000000','2027-02-04 16:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-04 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(249,'reminder:reply_by:-2d:3:20270211T2259:3',3,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-02-09 08:00:00.000000','2027-02-10 08:00:00.000000','dropped','has answered',0,'2027-02-09 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(250,'reminder:reply_by:-0d:3:20270211T2259:3',3,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-02-11 08:00:00.000000','2027-02-11 16:00:00.000000','dropped','has answered',0,'2027-02-11 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(251,'reminder:dossier:-7d:3:20270225T1300:3',3,'reminder',3,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-02-18 08:00:00.000000','2027-02-20 08:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-18 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(252,'reminder:call_for_updates:-42d:3:20270225T1300:4',4,'reminder',3,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2027-01-14 09:00:00.000000','2027-01-21 09:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-01-14 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(253,'reminder:updates_due:-7d:3:20270204T2259:4',4,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-7d"}','2027-01-28 09:00:00.000000','2027-01-30 09:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-01-28 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(254,'reminder:updates_due:-2d:3:20270204T2259:4',4,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-2d"}','2027-02-02 09:00:00.000000','2027-02-03 09:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-02 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(255,'reminder:reply_by:-7d:3:20270211T2259:4',4,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-7d"}','2027-02-04 09:00:00.000000','2027-02-06 09:00:00.000000','dropped','has answered',0,'2027-02-04 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(256,'reminder:updates_due:-0d:3:20270204T2259:4',4,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-0d"}','2027-02-04 09:00:00.000000','2027-02-04 17:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-04 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(257,'reminder:reply_by:-2d:3:20270211T2259:4',4,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-02-09 09:00:00.000000','2027-02-10 09:00:00.000000','dropped','has answered',0,'2027-02-09 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(258,'reminder:reply_by:-0d:3:20270211T2259:4',4,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-02-11 09:00:00.000000','2027-02-11 17:00:00.000000','dropped','has answered',0,'2027-02-11 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(259,'reminder:dossier:-7d:3:20270225T1300:4',4,'reminder',3,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-02-18 09:00:00.000000','2027-02-20 09:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-18 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(260,'reminder:call_for_updates:-42d:3:20270225T1300:5',5,'reminder',3,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2027-01-14 07:00:00.000000','2027-01-21 07:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-01-14 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(261,'reminder:updates_due:-7d:3:20270204T2259:5',5,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-7d"}','2027-01-28 07:00:00.000000','2027-01-30 07:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-01-28 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(262,'reminder:updates_due:-2d:3:20270204T2259:5',5,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-2d"}','2027-02-02 07:00:00.000000','2027-02-03 07:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-02 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(263,'reminder:reply_by:-7d:3:20270211T2259:5',5,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-7d"}','2027-02-04 07:00:00.000000','2027-02-06 07:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-04 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(264,'reminder:updates_due:-0d:3:20270204T2259:5',5,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-0d"}','2027-02-04 07:00:00.000000','2027-02-04 15:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-04 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(265,'reminder:reply_by:-2d:3:20270211T2259:5',5,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-02-09 07:00:00.000000','2027-02-10 07:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-09 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(266,'reminder:reply_by:-0d:3:20270211T2259:5',5,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-02-11 07:00:00.000000','2027-02-11 15:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-11 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(267,'reminder:dossier:-7d:3:20270225T1300:5',5,'reminder',3,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-02-18 07:00:00.000000','2027-02-20 07:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-18 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(268,'reminder:updates_due:-7d:3:20270204T2259:6',6,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-7d"}','2027-01-28 08:00:00.000000','2027-01-30 08:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-01-28 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(269,'reminder:updates_due:-2d:3:20270204T2259:6',6,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-2d"}','2027-02-02 08:00:00.000000','2027-02-03 08:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-02 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(270,'reminder:reply_by:-7d:3:20270211T2259:6',6,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-7d"}','2027-02-04 08:00:00.000000','2027-02-06 08:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-04 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(271,'reminder:updates_due:-0d:3:20270204T2259:6',6,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-0d"}','2027-02-04 08:00:00.000000','2027-02-04 16:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-04 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(272,'reminder:reply_by:-2d:3:20270211T2259:6',6,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-02-09 08:00:00.000000','2027-02-10 08:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-09 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(273,'reminder:reply_by:-0d:3:20270211T2259:6',6,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-02-11 08:00:00.000000','2027-02-11 16:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-11 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(274,'reminder:dossier:-7d:3:20270225T1300:6',6,'reminder',3,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-02-18 08:00:00.000000','2027-02-20 08:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-18 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(275,'reminder:call_for_updates:-42d:3:20270225T1300:7',7,'reminder',3,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2027-01-14 07:00:00.000000','2027-01-21 07:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-01-14 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(276,'reminder:updates_due:-7d:3:20270204T2259:7',7,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-7d"}','2027-01-28 07:00:00.000000','2027-01-30 07:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-01-28 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(277,'reminder:updates_due:-2d:3:20270204T2259:7',7,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-2d"}','2027-02-02 07:00:00.000000','2027-02-03 07:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-02 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(278,'reminder:reply_by:-7d:3:20270211T2259:7',7,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-7d"}','2027-02-04 07:00:00.000000','2027-02-06 07:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-04 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(279,'reminder:updates_due:-0d:3:20270204T2259:7',7,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-0d"}','2027-02-04 07:00:00.000000','2027-02-04 15:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-04 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(280,'reminder:reply_by:-2d:3:20270211T2259:7',7,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-02-09 07:00:00.000000','2027-02-10 07:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-09 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(281,'reminder:reply_by:-0d:3:20270211T2259:7',7,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-02-11 07:00:00.000000','2027-02-11 15:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-11 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(282,'reminder:reply_by:-7d:3:20270211T2259:9',9,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-7d"}','2027-02-04 09:00:00.000000','2027-02-06 09:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-04 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(283,'reminder:reply_by:-2d:3:20270211T2259:9',9,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-02-09 09:00:00.000000','2027-02-10 09:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-09 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(284,'reminder:reply_by:-0d:3:20270211T2259:9',9,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-02-11 09:00:00.000000','2027-02-11 17:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-11 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(285,'reminder:dossier:-7d:3:20270225T1300:9',9,'reminder',3,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-02-18 09:00:00.000000','2027-02-20 09:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-18 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(286,'reminder:call_for_updates:-42d:3:20270225T1300:11',11,'reminder',3,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2027-01-14 07:00:00.000000','2027-01-21 07:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-01-14 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(287,'reminder:updates_due:-7d:3:20270204T2259:11',11,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-7d"}','2027-01-28 07:00:00.000000','2027-01-30 07:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-01-28 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(288,'reminder:updates_due:-2d:3:20270204T2259:11',11,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-2d"}','2027-02-02 07:00:00.000000','2027-02-03 07:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-02 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(289,'reminder:reply_by:-7d:3:20270211T2259:11',11,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-7d"}','2027-02-04 07:00:00.000000','2027-02-06 07:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-04 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(290,'reminder:updates_due:-0d:3:20270204T2259:11',11,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-0d"}','2027-02-04 07:00:00.000000','2027-02-04 15:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-04 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(291,'reminder:reply_by:-2d:3:20270211T2259:11',11,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-02-09 07:00:00.000000','2027-02-10 07:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-09 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(292,'reminder:reply_by:-0d:3:20270211T2259:11',11,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-02-11 07:00:00.000000','2027-02-11 15:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-11 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(293,'reminder:dossier:-7d:3:20270225T1300:11',11,'reminder',3,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-02-18 07:00:00.000000','2027-02-20 07:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-18 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(294,'reminder:call_for_updates:-42d:3:20270225T1300:12',12,'reminder',3,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2027-01-14 08:00:00.000000','2027-01-21 08:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-01-14 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(295,'reminder:updates_due:-7d:3:20270204T2259:12',12,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-7d"}','2027-01-28 08:00:00.000000','2027-01-30 08:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-01-28 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(296,'reminder:updates_due:-2d:3:20270204T2259:12',12,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-2d"}','2027-02-02 08:00:00.000000','2027-02-03 08:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-02 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(297,'reminder:reply_by:-7d:3:20270211T2259:12',12,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-7d"}','2027-02-04 08:00:00.000000','2027-02-06 08:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-04 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(298,'reminder:updates_due:-0d:3:20270204T2259:12',12,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-0d"}','2027-02-04 08:00:00.000000','2027-02-04 16:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-04 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(299,'reminder:reply_by:-2d:3:20270211T2259:12',12,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-02-09 08:00:00.000000','2027-02-10 08:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-09 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(300,'reminder:reply_by:-0d:3:20270211T2259:12',12,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-02-11 08:00:00.000000','2027-02-11 16:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-11 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(301,'reminder:dossier:-7d:3:20270225T1300:12',12,'reminder',3,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-02-18 08:00:00.000000','2027-02-20 08:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-18 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:03:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(302,'notice:4:1',1,'notice',4,4,'{}','2026-11-23 10:06:00.000000','2027-01-21 10:30:00.000000','sent',NULL,1,'2026-11-23 10:06:00.000000',NULL,0,171,'2026-11-23 10:06:00.000000','2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(303,'notice:4:2',2,'notice',4,4,'{}','2026-11-23 10:06:00.000000','2027-01-21 10:30:00.000000','failed','Can''t parse entities: unexpected end of message',1,'2026-11-23 10:06:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(304,'notice:4:3',3,'notice',4,4,'{}','2026-11-23 10:06:00.000000','2027-01-21 10:30:00.000000','sent',NULL,1,'2026-11-23 10:06:00.000000',NULL,0,173,'2026-11-23 10:06:00.000000','2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(305,'notice:4:4',4,'notice',4,4,'{}','2026-11-23 10:06:00.000000','2027-01-21 10:30:00.000000','sent',NULL,1,'2026-11-23 10:06:00.000000',NULL,0,176,'2026-11-23 10:06:00.000000','2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(306,'notice:4:5',5,'notice',4,4,'{}','2026-11-23 10:06:00.000000','2027-01-21 10:30:00.000000','sent',NULL,1,'2026-11-23 10:06:00.000000',NULL,0,174,'2026-11-23 10:06:00.000000','2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(307,'notice:4:6',6,'notice',4,4,'{}','2026-11-23 10:06:00.000000','2027-01-21 10:30:00.000000','sent',NULL,1,'2026-11-23 10:06:00.000000',NULL,0,175,'2026-11-23 10:06:00.000000','2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(308,'notice:4:7',7,'notice',4,4,'{}','2026-11-23 10:06:00.000000','2027-01-21 10:30:00.000000','sent',NULL,1,'2026-11-23 10:06:00.000000',NULL,0,172,'2026-11-23 10:06:00.000000','2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(309,'notice:4:9',9,'notice',4,4,'{}','2026-11-23 10:06:00.000000','2027-01-21 10:30:00.000000','sent',NULL,1,'2026-11-23 10:06:00.000000',NULL,0,177,'2026-11-23 10:06:00.000000','2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(310,'notice:4:11',11,'notice',4,4,'{}','2026-11-23 10:06:00.000000','2027-01-21 10:30:00.000000','unreachable','blocked the bot',1,'2026-11-23 10:06:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(311,'notice:4:12',12,'notice',4,4,'{}','2026-11-23 10:06:00.000000','2027-01-21 10:30:00.000000','sent',NULL,1,'2026-11-23 10:06:00.000000',NULL,0,178,'2026-11-23 10:06:00.000000','2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(312,'reminder:call_for_updates:-42d:4:20270121T0900:1',1,'reminder',4,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2026-12-10 08:00:00.000000','2026-12-17 08:00:00.000000','sent',NULL,1,'2026-12-10 08:00:00.000000',NULL,0,203,'2026-12-10 08:00:00.000000','2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(313,'reminder:updates_due:-7d:4:20261231T2259:1',1,'reminder',4,NULL,'{"rule": "updates_due", "offset": "-7d"}','2026-12-24 08:00:00.000000','2026-12-26 08:00:00.000000','planned',NULL,0,'2026-12-24 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(314,'reminder:updates_due:-2d:4:20261231T2259:1',1,'reminder',4,NULL,'{"rule": "updates_due", "offset": "-2d"}','2026-12-29 08:00:00.000000','2026-12-30 08:00:00.000000','planned',NULL,0,'2026-12-29 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(315,'reminder:reply_by:-7d:4:20270107T2259:1',1,'reminder',4,NULL,'{"rule": "reply_by", "offset": "-7d"}','2026-12-31 08:00:00.000000','2027-01-02 08:00:00.000000','planned',NULL,0,'2026-12-31 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(316,'reminder:updates_due:-0d:4:20261231T2259:1',1,'reminder',4,NULL,'{"rule": "updates_due", "offset": "-0d"}','2026-12-31 08:00:00.000000','2026-12-31 16:00:00.000000','planned',NULL,0,'2026-12-31 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(317,'reminder:reply_by:-2d:4:20270107T2259:1',1,'reminder',4,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-01-05 08:00:00.000000','2027-01-06 08:00:00.000000','planned',NULL,0,'2027-01-05 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(318,'reminder:reply_by:-0d:4:20270107T2259:1',1,'reminder',4,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-01-07 08:00:00.000000','2027-01-07 16:00:00.000000','planned',NULL,0,'2027-01-07 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(319,'reminder:dossier:-7d:4:20270121T0900:1',1,'reminder',4,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-01-14 08:00:00.000000','2027-01-16 08:00:00.000000','planned',NULL,0,'2027-01-14 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(320,'reminder:report:+5workingdays:4:20270121T1030:1',1,'reminder',4,NULL,'{"rule": "report", "offset": "+5workingdays"}','2027-01-28 08:00:00.000000','2027-02-11 08:00:00.000000','planned',NULL,0,'2027-01-28 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(321,'reminder:call_for_updates:-42d:4:20270121T0900:2',2,'reminder',4,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2026-12-10 08:00:00.000000','2026-12-17 08:00:00.000000','sent',NULL,1,'2026-12-10 08:00:00.000000',NULL,0,204,'2026-12-10 08:00:00.000000','2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(322,'reminder:updates_due:-7d:4:20261231T2259:2',2,'reminder',4,NULL,'{"rule": "updates_due", "offset": "-7d"}','2026-12-24 08:00:00.000000','2026-12-26 08:00:00.000000','planned',NULL,0,'2026-12-24 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(323,'reminder:updates_due:-2d:4:20261231T2259:2',2,'reminder',4,NULL,'{"rule": "updates_due", "offset": "-2d"}','2026-12-29 08:00:00.000000','2026-12-30 08:00:00.000000','planned',NULL,0,'2026-12-29 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(324,'reminder:reply_by:-7d:4:20270107T2259:2',2,'reminder',4,NULL,'{"rule": "reply_by", "offset": "-7d"}','2026-12-31 08:00:00.000000','2027-01-02 08:00:00.000000','planned',NULL,0,'2026-12-31 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(325,'reminder:updates_due:-0d:4:20261231T2259:2',2,'reminder',4,NULL,'{"rule": "updates_due", "offset": "-0d"}','2026-12-31 08:00:00.000000','2026-12-31 16:00:00.000000','planned',NULL,0,'2026-12-31 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(326,'reminder:reply_by:-2d:4:20270107T2259:2',2,'reminder',4,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-01-05 08:00:00.000000','2027-01-06 08:00:00.000000','planned',NULL,0,'2027-01-05 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(327,'reminder:reply_by:-0d:4:20270107T2259:2',2,'reminder',4,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-01-07 08:00:00.000000','2027-01-07 16:00:00.000000','planned',NULL,0,'2027-01-07 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(328,'reminder:dossier:-7d:4:20270121T0900:2',2,'reminder',4,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-01-14 08:00:00.000000','2027-01-16 08:00:00.000000','planned',NULL,0,'2027-01-14 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(329,'reminder:report:+5workingdays:4:20270121T1030:2',2,'reminder',4,NULL,'{"rule": "report", "offset": "+5workingdays"}','2027-01-28 08:00:00.000000','2027-02-11 08:00:00.000000','planned',NULL,0,'2027-01-28 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(330,'reminder:call_for_updates:-42d:4:20270121T0900:3',3,'reminder',4,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2026-12-10 08:00:00.000000','2026-12-17 08:00:00.000000','sent',NULL,1,'2026-12-10 08:00:00.000000',NULL,0,205,'2026-12-10 08:00:00.000000','2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(331,'reminder:updates_due:-7d:4:20261231T2259:3',3,'reminder',4,NULL,'{"rule": "updates_due", "offset": "-7d"}','2026-12-24 08:00:00.000000','2026-12-26 08:00:00.000000','planned',NULL,0,'2026-12-24 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(332,'reminder:updates_due:-2d:4:20261231T2259:3',3,'reminder',4,NULL,'{"rule": "updates_due", "offset": "-2d"}','2026-12-29 08:00:00.000000','2026-12-30 08:00:00.000000','planned',NULL,0,'2026-12-29 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(333,'reminder:reply_by:-7d:4:20270107T2259:3',3,'reminder',4,NULL,'{"rule": "reply_by", "offset": "-7d"}','2026-12-31 08:00:00.000000','2027-01-02 08:00:00.000000','planned',NULL,0,'2026-12-31 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(334,'reminder:updates_due:-0d:4:20261231T2259:3',3,'reminder',4,NULL,'{"rule": "updates_due", "offset": "-0d"}','2026-12-31 08:00:00.000000','2026-12-31 16:00:00.000000','planned',NULL,0,'2026-12-31 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(335,'reminder:reply_by:-2d:4:20270107T2259:3',3,'reminder',4,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-01-05 08:00:00.000000','2027-01-06 08:00:00.000000','planned',NULL,0,'2027-01-05 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(336,'reminder:reply_by:-0d:4:20270107T2259:3',3,'reminder',4,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-01-07 08:00:00.000000','2027-01-07 16:00:00.000000','planned',NULL,0,'2027-01-07 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(337,'reminder:dossier:-7d:4:20270121T0900:3',3,'reminder',4,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-01-14 08:00:00.000000','2027-01-16 08:00:00.000000','planned',NULL,0,'2027-01-14 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(338,'reminder:call_for_updates:-42d:4:20270121T0900:4',4,'reminder',4,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2026-12-10 09:00:00.000000','2026-12-17 09:00:00.000000','sent',NULL,1,'2026-12-10 09:00:00.000000',NULL,0,207,'2026-12-10 09:00:00.000000','2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(339,'reminder:updates_due:-7d:4:20261231T2259:4',4,'reminder',4,NULL,'{"rule": "updates_due", "offset": "-7d"}','2026-12-24 09:00:00.000000','2026-12-26 09:00:00.000000','planned',NULL,0,'2026-12-24 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(340,'reminder:updates_due:-2d:4:20261231T2259:4',4,'reminder',4,NULL,'{"rule": "updates_due", "offset": "-2d"}','2026-12-29 09:00:00.000000','2026-12-30 09:00:00.000000','planned',NULL,0,'2026-12-29 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(341,'reminder:reply_by:-7d:4:20270107T2259:4',4,'reminder',4,NULL,'{"rule": "reply_by", "offset": "-7d"}','2026-12-31 09:00:00.000000','2027-01-02 09:00:00.000000','planned',NULL,0,'2026-12-31 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(342,'reminder:updates_due:-0d:4:20261231T2259:4',4,'reminder',4,NULL,'{"rule": "updates_due", "offset": "-0d"}','2026-12-31 09:00:00.000000','2026-12-31 17:00:00.000000','planned',NULL,0,'2026-12-31 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(343,'reminder:reply_by:-2d:4:20270107T2259:4',4,'reminder',4,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-01-05 09:00:00.000000','2027-01-06 09:00:00.000000','planned',NULL,0,'2027-01-05 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(344,'reminder:reply_by:-0d:4:20270107T2259:4',4,'reminder',4,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-01-07 09:00:00.000000','2027-01-07 17:00:00.000000','planned',NULL,0,'2027-01-07 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(345,'reminder:dossier:-7d:4:20270121T0900:4',4,'reminder',4,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-01-14 09:00:00.000000','2027-01-16 09:00:00.000000','planned',NULL,0,'2027-01-14 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(346,'reminder:call_for_updates:-42d:4:20270121T0900:5',5,'reminder',4,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2026-12-10 07:00:00.000000','2026-12-17 07:00:00.000000','sent',NULL,1,'2026-12-10 07:00:00.000000',NULL,0,201,'2026-12-10 07:00:00.000000','2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(347,'reminder:updates_due:-7d:4:20261231T2259:5',5,'reminder',4,NULL,'{"rule": "updates_due", "offset": "-7d"}','2026-12-24 07:00:00.000000','2026-12-26 07:00:00.000000','planned',NULL,0,'2026-12-24 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(348,'reminder:updates_due:-2d:4:20261231T2259:5',5,'reminder',4,NULL,'{"rule": "updates_due", "offset": "-2d"}','2026-12-29 07:00:00.000000','2026-12-30 07:00:00.000000','planned',NULL,0,'2026-12-29 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(349,'reminder:reply_by:-7d:4:20270107T2259:5',5,'reminder',4,NULL,'{"rule": "reply_by", "offset": "-7d"}','2026-12-31 07:00:00.000000','2027-01-02 07:00:00.000000','dropped','has answered',0,'2026-12-31 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(350,'reminder:updates_due:-0d:4:20261231T2259:5',5,'reminder',4,NULL,'{"rule": "updates_due", "offset": "-0d"}','2026-12-31 07:00:00.000000','2026-12-31 15:00:00.000000','planned',NULL,0,'2026-12-31 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(351,'reminder:reply_by:-2d:4:20270107T2259:5',5,'reminder',4,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-01-05 07:00:00.000000','2027-01-06 07:00:00.000000','dropped','has answered',0,'2027-01-05 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(352,'reminder:reply_by:-0d:4:20270107T2259:5',5,'reminder',4,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-01-07 07:00:00.000000','2027-01-07 15:00:00.000000','dropped','has answered',0,'2027-01-07 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(353,'reminder:dossier:-7d:4:20270121T0900:5',5,'reminder',4,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-01-14 07:00:00.000000','2027-01-16 07:00:00.000000','planned',NULL,0,'2027-01-14 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(354,'reminder:call_for_updates:-42d:4:20270121T0900:7',7,'reminder',4,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2026-12-10 07:00:00.000000','2026-12-17 07:00:00.000000','sent',NULL,1,'2026-12-10 07:00:00.000000',NULL,0,202,'2026-12-10 07:00:00.000000','2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(355,'reminder:updates_due:-7d:4:20261231T2259:7',7,'reminder',4,NULL,'{"rule": "updates_due", "offset": "-7d"}','2026-12-24 07:00:00.000000','2026-12-26 07:00:00.000000','dropped','the chamber has reported',0,'2026-12-24 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(356,'reminder:updates_due:-2d:4:20261231T2259:7',7,'reminder',4,NULL,'{"rule": "updates_due", "offset": "-2d"}','2026-12-29 07:00:00.000000','2026-12-30 07:00:00.000000','dropped','the chamber has reported',0,'2026-12-29 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(357,'reminder:reply_by:-7d:4:20270107T2259:7',7,'reminder',4,NULL,'{"rule": "reply_by", "offset": "-7d"}','2026-12-31 07:00:00.000000','2027-01-02 07:00:00.000000','planned',NULL,0,'2026-12-31 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(358,'reminder:updates_due:-0d:4:20261231T2259:7',7,'reminder',4,NULL,'{"rule": "updates_due", "offset": "-0d"}','2026-12-31 07:00:00.000000','2026-12-31 15:00:00.000000','dropped','the chamber has reported',0,'2026-12-31 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(359,'reminder:reply_by:-2d:4:20270107T2259:7',7,'reminder',4,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-01-05 07:00:00.000000','2027-01-06 07:00:00.000000','planned',NULL,0,'2027-01-05 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(360,'reminder:reply_by:-0d:4:20270107T2259:7',7,'reminder',4,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-01-07 07:00:00.000000','2027-01-07 15:00:00.000000','planned',NULL,0,'2027-01-07 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(361,'reminder:reply_by:-7d:4:20270107T2259:9',9,'reminder',4,NULL,'{"rule": "reply_by", "offset": "-7d"}','2026-12-31 09:00:00.000000','2027-01-02 09:00:00.000000','planned',NULL,0,'2026-12-31 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(362,'reminder:reply_by:-2d:4:20270107T2259:9',9,'reminder',4,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-01-05 09:00:00.000000','2027-01-06 09:00:00.000000','planned',NULL,0,'2027-01-05 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(363,'reminder:reply_by:-0d:4:20270107T2259:9',9,'reminder',4,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-01-07 09:00:00.000000','2027-01-07 17:00:00.000000','planned',NULL,0,'2027-01-07 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(364,'reminder:dossier:-7d:4:20270121T0900:9',9,'reminder',4,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-01-14 09:00:00.000000','2027-01-16 09:00:00.000000','planned',NULL,0,'2027-01-14 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(365,'reminder:call_for_updates:-42d:4:20270121T0900:11',11,'reminder',4,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2026-12-10 07:00:00.000000','2026-12-17 07:00:00.000000','unreachable','blocked the bot',1,'2026-12-10 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(366,'reminder:updates_due:-7d:4:20261231T2259:11',11,'reminder',4,NULL,'{"rule": "updates_due", "offset": "-7d"}','2026-12-24 07:00:00.000000','2026-12-26 07:00:00.000000','planned',NULL,0,'2026-12-24 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(367,'reminder:updates_due:-2d:4:20261231T2259:11',11,'reminder',4,NULL,'{"rule": "updates_due", "offset": "-2d"}','2026-12-29 07:00:00.000000','2026-12-30 07:00:00.000000','planned',NULL,0,'2026-12-29 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(368,'reminder:reply_by:-7d:4:20270107T2259:11',11,'reminder',4,NULL,'{"rule": "reply_by", "offset": "-7d"}','2026-12-31 07:00:00.000000','2027-01-02 07:00:00.000000','planned',NULL,0,'2026-12-31 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(369,'reminder:updates_due:-0d:4:20261231T2259:11',11,'reminder',4,NULL,'{"rule": "updates_due", "offset": "-0d"}','2026-12-31 07:00:00.000000','2026-12-31 15:00:00.000000','planned',NULL,0,'2026-12-31 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(370,'reminder:reply_by:-2d:4:20270107T2259:11',11,'reminder',4,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-01-05 07:00:00.000000','2027-01-06 07:00:00.000000','planned',NULL,0,'2027-01-05 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(371,'reminder:reply_by:-0d:4:20270107T2259:11',11,'reminder',4,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-01-07 07:00:00.000000','2027-01-07 15:00:00.000000','planned',NULL,0,'2027-01-07 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(372,'reminder:dossier:-7d:4:20270121T0900:11',11,'reminder',4,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-01-14 07:00:00.000000','2027-01-16 07:00:00.000000','planned',NULL,0,'2027-01-14 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(373,'reminder:call_for_updates:-42d:4:20270121T0900:12',12,'reminder',4,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2026-12-10 08:00:00.000000','2026-12-17 08:00:00.000000','sent',NULL,1,'2026-12-10 08:00:00.000000',NULL,0,206,'2026-12-10 08:00:00.000000','2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(374,'reminder:updates_due:-7d:4:20261231T2259:12',12,'reminder',4,NULL,'{"rule": "updates_due", "offset": "-7d"}','2026-12-24 08:00:00.000000','2026-12-26 08:00:00.000000','planned',NULL,0,'2026-12-24 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(375,'reminder:updates_due:-2d:4:20261231T2259:12',12,'reminder',4,NULL,'{"rule": "updates_due", "offset": "-2d"}','2026-12-29 08:00:00.000000','2026-12-30 08:00:00.000000','planned',NULL,0,'2026-12-29 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(376,'reminder:reply_by:-7d:4:20270107T2259:12',12,'reminder',4,NULL,'{"rule": "reply_by", "offset": "-7d"}','2026-12-31 08:00:00.000000','2027-01-02 08:00:00.000000','planned',NULL,0,'2026-12-31 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(377,'reminder:updates_due:-0d:4:20261231T2259:12',12,'reminder',4,NULL,'{"rule": "updates_due", "offset": "-0d"}','2026-12-31 08:00:00.000000','2026-12-31 16:00:00.000000','planned',NULL,0,'2026-12-31 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(378,'reminder:reply_by:-2d:4:20270107T2259:12',12,'reminder',4,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-01-05 08:00:00.000000','2027-01-06 08:00:00.000000','planned',NULL,0,'2027-01-05 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(379,'reminder:reply_by:-0d:4:20270107T2259:12',12,'reminder',4,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-01-07 08:00:00.000000','2027-01-07 16:00:00.000000','planned',NULL,0,'2027-01-07 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(380,'reminder:dossier:-7d:4:20270121T0900:12',12,'reminder',4,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-01-14 08:00:00.000000','2027-01-16 08:00:00.000000','planned',NULL,0,'2027-01-14 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(381,'refused:notice:4:1',1,'refused',NULL,NULL,'{"delivery_id": 303, "reason": "Can''t parse entities: unexpected end of message"}','2026-11-23 10:06:00.000000',NULL,'sent',NULL,1,'2026-11-23 10:06:00.000000',NULL,0,179,'2026-11-23 10:06:00.000000','2026-11-23 10:06:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(382,'reminder:practical:-1d:3:20270225T1300:4',4,'reminder',3,NULL,'{"rule": "practical", "offset": "-1d"}','2027-02-24 09:00:00.000000','2027-02-24 21:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-24 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(383,'reminder:joining:-60m:3:20270225T1300:4',4,'reminder',3,NULL,'{"rule": "joining", "offset": "-60m"}','2027-02-25 12:00:00.000000','2027-02-25 12:50:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-25 12:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(384,'reminder:practical:-1d:3:20270225T1300:3',3,'reminder',3,NULL,'{"rule": "practical", "offset": "-1d"}','2027-02-24 08:00:00.000000','2027-02-24 20:00:00.000000','superseded','the meeting or the plan has changed',0,'2027-02-24 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(385,'notice:5:1',1,'notice',2,5,'{}','2026-11-23 10:09:00.000000','2027-01-28 11:00:00.000000','sent',NULL,1,'2026-11-23 10:09:00.000000',NULL,0,180,'2026-11-23 10:09:00.000000','2026-11-23 10:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(386,'notice:5:2',2,'notice',2,5,'{}','2026-11-23 10:09:00.000000','2027-01-28 11:00:00.000000','sent',NULL,1,'2026-11-23 10:09:00.000000',NULL,0,181,'2026-11-23 10:09:00.000000','2026-11-23 10:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(387,'notice:5:3',3,'notice',2,5,'{}','2026-11-23 10:09:00.000000','2027-01-28 11:00:00.000000','sent',NULL,1,'2026-11-23 10:09:00.000000',NULL,0,182,'2026-11-23 10:09:00.000000','2026-11-23 10:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(388,'notice:5:4',4,'notice',2,5,'{}','2026-11-23 10:09:00.000000','2027-01-28 11:00:00.000000','sent',NULL,1,'2026-11-23 10:09:00.000000',NULL,0,184,'2026-11-23 10:09:00.000000','2026-11-23 10:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(389,'notice:5:5',5,'notice',2,5,'{}','2026-11-23 10:09:00.000000','2027-01-28 11:00:00.000000','sent',NULL,1,'2026-11-23 10:09:00.000000',NULL,0,186,'2026-11-23 10:09:00.000000','2026-11-23 10:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(390,'notice:5:6',6,'notice',2,5,'{}','2026-11-23 10:09:00.000000','2027-01-28 11:00:00.000000','sent',NULL,1,'2026-11-23 10:09:00.000000',NULL,0,183,'2026-11-23 10:09:00.000000','2026-11-23 10:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(391,'notice:5:7',7,'notice',2,5,'{}','2026-11-23 10:09:00.000000','2027-01-28 11:00:00.000000','sent',NULL,1,'2026-11-23 10:09:00.000000',NULL,0,185,'2026-11-23 10:09:00.000000','2026-11-23 10:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(392,'notice:5:9',9,'notice',2,5,'{}','2026-11-23 10:09:00.000000','2027-01-28 11:00:00.000000','sent',NULL,1,'2026-11-23 10:09:00.000000',NULL,0,187,'2026-11-23 10:09:00.000000','2026-11-23 10:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(393,'notice:5:11',11,'notice',2,5,'{}','2026-11-23 10:09:00.000000','2027-01-28 11:00:00.000000','unreachable','blocked the bot',1,'2026-11-23 10:09:00.000000',NULL,0,NULL,NULL,'2026-11-23 10:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(394,'notice:5:12',12,'notice',2,5,'{}','2026-11-23 10:09:00.000000','2027-01-28 11:00:00.000000','sent',NULL,1,'2026-11-23 10:09:00.000000',NULL,0,188,'2026-11-23 10:09:00.000000','2026-11-23 10:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(395,'reminder:call_for_updates:-42d:3:20270311T1300:1',1,'reminder',3,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2027-01-28 08:00:00.000000','2027-02-04 08:00:00.000000','planned',NULL,0,'2027-01-28 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(396,'reminder:updates_due:-7d:3:20270218T2259:1',1,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-7d"}','2027-02-11 08:00:00.000000','2027-02-13 08:00:00.000000','planned',NULL,0,'2027-02-11 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(397,'reminder:updates_due:-2d:3:20270218T2259:1',1,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-2d"}','2027-02-16 08:00:00.000000','2027-02-17 08:00:00.000000','planned',NULL,0,'2027-02-16 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(398,'reminder:reply_by:-7d:3:20270225T2259:1',1,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-7d"}','2027-02-18 08:00:00.000000','2027-02-20 08:00:00.000000','planned',NULL,0,'2027-02-18 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(399,'reminder:updates_due:-0d:3:20270218T2259:1',1,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-0d"}','2027-02-18 08:00:00.000000','2027-02-18 16:00:00.000000','planned',NULL,0,'2027-02-18 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(400,'reminder:reply_by:-2d:3:20270225T2259:1',1,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-02-23 08:00:00.000000','2027-02-24 08:00:00.000000','planned',NULL,0,'2027-02-23 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(401,'reminder:reply_by:-0d:3:20270225T2259:1',1,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-02-25 08:00:00.000000','2027-02-25 16:00:00.000000','planned',NULL,0,'2027-02-25 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(402,'reminder:dossier:-7d:3:20270311T1300:1',1,'reminder',3,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-03-04 08:00:00.000000','2027-03-06 08:00:00.000000','planned',NULL,0,'2027-03-04 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(403,'reminder:report:+5workingdays:3:20270311T1600:1',1,'reminder',3,NULL,'{"rule": "report", "offset": "+5workingdays"}','2027-03-18 08:00:00.000000','2027-04-01 08:00:00.000000','planned',NULL,0,'2027-03-18 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(404,'reminder:call_for_updates:-42d:3:20270311T1300:2',2,'reminder',3,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2027-01-28 08:00:00.000000','2027-02-04 08:00:00.000000','planned',NULL,0,'2027-01-28 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(405,'reminder:updates_due:-7d:3:20270218T2259:2',2,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-7d"}','2027-02-11 08:00:00.000000','2027-02-13 08:00:00.000000','planned',NULL,0,'2027-02-11 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(406,'reminder:updates_due:-2d:3:20270218T2259:2',2,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-2d"}','2027-02-16 08:00:00.000000','2027-02-17 08:00:00.000000','planned',NULL,0,'2027-02-16 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(407,'reminder:reply_by:-7d:3:20270225T2259:2',2,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-7d"}','2027-02-18 08:00:00.000000','2027-02-20 08:00:00.000000','planned',NULL,0,'2027-02-18 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(408,'reminder:updates_due:-0d:3:20270218T2259:2',2,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-0d"}','2027-02-18 08:00:00.000000','2027-02-18 16:00:00.000000','planned',NULL,0,'2027-02-18 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(409,'reminder:reply_by:-2d:3:20270225T2259:2',2,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-02-23 08:00:00.000000','2027-02-24 08:00:00.000000','planned',NULL,0,'2027-02-23 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(410,'reminder:reply_by:-0d:3:20270225T2259:2',2,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-02-25 08:00:00.000000','2027-02-25 16:00:00.000000','planned',NULL,0,'2027-02-25 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(411,'reminder:dossier:-7d:3:20270311T1300:2',2,'reminder',3,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-03-04 08:00:00.000000','2027-03-06 08:00:00.000000','planned',NULL,0,'2027-03-04 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(412,'reminder:report:+5workingdays:3:20270311T1600:2',2,'reminder',3,NULL,'{"rule": "report", "offset": "+5workingdays"}','2027-03-18 08:00:00.000000','2027-04-01 08:00:00.000000','planned',NULL,0,'2027-03-18 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(413,'reminder:call_for_updates:-42d:3:20270311T1300:3',3,'reminder',3,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2027-01-28 08:00:00.000000','2027-02-04 08:00:00.000000','planned',NULL,0,'2027-01-28 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(414,'reminder:updates_due:-7d:3:20270218T2259:3',3,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-7d"}','2027-02-11 08:00:00.000000','2027-02-13 08:00:00.000000','planned',NULL,0,'2027-02-11 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(415,'reminder:updates_due:-2d:3:20270218T2259:3',3,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-2d"}','2027-02-16 08:00:00.000000','2027-02-17 08:00:00.000000','planned',NULL,0,'2027-02-16 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(416,'reminder:reply_by:-7d:3:20270225T2259:3',3,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-7d"}','2027-02-18 08:00:00.000000','2027-02-20 08:00:00.000000','planned',NULL,0,'2027-02-18 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(417,'reminder:updates_due:-0d:3:20270218T2259:3',3,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-0d"}','2027-02-18 08:00:00.000000','2027-02-18 16:00:00.000000','planned',NULL,0,'2027-02-18 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(418,'reminder:reply_by:-2d:3:20270225T2259:3',3,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-02-23 08:00:00.000000','2027-02-24 08:00:00.000000','planned',NULL,0,'2027-02-23 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(419,'reminder:reply_by:-0d:3:20270225T2259:3',3,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-02-25 08:00:00.000000','2027-02-25 16:00:00.000000','planned',NULL,0,'2027-02-25 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(420,'reminder:dossier:-7d:3:20270311T1300:3',3,'reminder',3,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-03-04 08:00:00.000000','2027-03-06 08:00:00.000000','planned',NULL,0,'2027-03-04 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(421,'reminder:call_for_updates:-42d:3:20270311T1300:4',4,'reminder',3,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2027-01-28 09:00:00.000000','2027-02-04 09:00:00.000000','planned',NULL,0,'2027-01-28 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(422,'reminder:updates_due:-7d:3:20270218T2259:4',4,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-7d"}','2027-02-11 09:00:00.000000','2027-02-13 09:00:00.000000','planned',NULL,0,'2027-02-11 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(423,'reminder:updates_due:-2d:3:20270218T2259:4',4,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-2d"}','2027-02-16 09:00:00.000000','2027-02-17 09:00:00.000000','planned',NULL,0,'2027-02-16 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(424,'reminder:reply_by:-7d:3:20270225T2259:4',4,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-7d"}','2027-02-18 09:00:00.000000','2027-02-20 09:00:00.000000','dropped','has answered',0,'2027-02-18 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(425,'reminder:updates_due:-0d:3:20270218T2259:4',4,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-0d"}','2027-02-18 09:00:00.000000','2027-02-18 17:00:00.000000','planned',NULL,0,'2027-02-18 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(426,'reminder:reply_by:-2d:3:20270225T2259:4',4,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-02-23 09:00:00.000000','2027-02-24 09:00:00.000000','dropped','has answered',0,'2027-02-23 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(427,'reminder:reply_by:-0d:3:20270225T2259:4',4,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-02-25 09:00:00.000000','2027-02-25 17:00:00.000000','dropped','has answered',0,'2027-02-25 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(428,'reminder:dossier:-7d:3:20270311T1300:4',4,'reminder',3,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-03-04 09:00:00.000000','2027-03-06 09:00:00.000000','planned',NULL,0,'2027-03-04 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(429,'reminder:call_for_updates:-42d:3:20270311T1300:5',5,'reminder',3,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2027-01-28 07:00:00.000000','2027-02-04 07:00:00.000000','planned',NULL,0,'2027-01-28 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(430,'reminder:updates_due:-7d:3:20270218T2259:5',5,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-7d"}','2027-02-11 07:00:00.000000','2027-02-13 07:00:00.000000','planned',NULL,0,'2027-02-11 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(431,'reminder:updates_due:-2d:3:20270218T2259:5',5,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-2d"}','2027-02-16 07:00:00.000000','2027-02-17 07:00:00.000000','planned',NULL,0,'2027-02-16 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(432,'reminder:reply_by:-7d:3:20270225T2259:5',5,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-7d"}','2027-02-18 07:00:00.000000','2027-02-20 07:00:00.000000','planned',NULL,0,'2027-02-18 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(433,'reminder:updates_due:-0d:3:20270218T2259:5',5,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-0d"}','2027-02-18 07:00:00.000000','2027-02-18 15:00:00.000000','planned',NULL,0,'2027-02-18 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(434,'reminder:reply_by:-2d:3:20270225T2259:5',5,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-02-23 07:00:00.000000','2027-02-24 07:00:00.000000','planned',NULL,0,'2027-02-23 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(435,'reminder:reply_by:-0d:3:20270225T2259:5',5,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-02-25 07:00:00.000000','2027-02-25 15:00:00.000000','planned',NULL,0,'2027-02-25 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(436,'reminder:dossier:-7d:3:20270311T1300:5',5,'reminder',3,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-03-04 07:00:00.000000','2027-03-06 07:00:00.000000','planned',NULL,0,'2027-03-04 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(437,'reminder:call_for_updates:-42d:3:20270311T1300:6',6,'reminder',3,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2027-01-28 08:00:00.000000','2027-02-04 08:00:00.000000','planned',NULL,0,'2027-01-28 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(438,'reminder:updates_due:-7d:3:20270218T2259:6',6,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-7d"}','2027-02-11 08:00:00.000000','2027-02-13 08:00:00.000000','planned',NULL,0,'2027-02-11 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(439,'reminder:updates_due:-2d:3:20270218T2259:6',6,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-2d"}','2027-02-16 08:00:00.000000','2027-02-17 08:00:00.000000','planned',NULL,0,'2027-02-16 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(440,'reminder:reply_by:-7d:3:20270225T2259:6',6,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-7d"}','2027-02-18 08:00:00.000000','2027-02-20 08:00:00.000000','planned',NULL,0,'2027-02-18 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(441,'reminder:updates_due:-0d:3:20270218T2259:6',6,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-0d"}','2027-02-18 08:00:00.000000','2027-02-18 16:00:00.000000','planned',NULL,0,'2027-02-18 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(442,'reminder:reply_by:-2d:3:20270225T2259:6',6,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-02-23 08:00:00.000000','2027-02-24 08:00:00.000000','planned',NULL,0,'2027-02-23 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(443,'reminder:reply_by:-0d:3:20270225T2259:6',6,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-02-25 08:00:00.000000','2027-02-25 16:00:00.000000','planned',NULL,0,'2027-02-25 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(444,'reminder:dossier:-7d:3:20270311T1300:6',6,'reminder',3,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-03-04 08:00:00.000000','2027-03-06 08:00:00.000000','planned',NULL,0,'2027-03-04 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(445,'reminder:call_for_updates:-42d:3:20270311T1300:7',7,'reminder',3,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2027-01-28 07:00:00.000000','2027-02-04 07:00:00.000000','planned',NULL,0,'2027-01-28 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(446,'reminder:updates_due:-7d:3:20270218T2259:7',7,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-7d"}','2027-02-11 07:00:00.000000','2027-02-13 07:00:00.000000','planned',NULL,0,'2027-02-11 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(447,'reminder:updates_due:-2d:3:20270218T2259:7',7,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-2d"}','2027-02-16 07:00:00.000000','2027-02-17 07:00:00.000000','planned',NULL,0,'2027-02-16 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(448,'reminder:reply_by:-7d:3:20270225T2259:7',7,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-7d"}','2027-02-18 07:00:00.000000','2027-02-20 07:00:00.000000','planned',NULL,0,'2027-02-18 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(449,'reminder:updates_due:-0d:3:20270218T2259:7',7,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-0d"}','2027-02-18 07:00:00.000000','2027-02-18 15:00:00.000000','planned',NULL,0,'2027-02-18 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(450,'reminder:reply_by:-2d:3:20270225T2259:7',7,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-02-23 07:00:00.000000','2027-02-24 07:00:00.000000','planned',NULL,0,'2027-02-23 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(451,'reminder:reply_by:-0d:3:20270225T2259:7',7,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-02-25 07:00:00.000000','2027-02-25 15:00:00.000000','planned',NULL,0,'2027-02-25 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(452,'reminder:reply_by:-7d:3:20270225T2259:9',9,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-7d"}','2027-02-18 09:00:00.000000','2027-02-20 09:00:00.000000','planned',NULL,0,'2027-02-18 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(453,'reminder:reply_by:-2d:3:20270225T2259:9',9,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-02-23 09:00:00.000000','2027-02-24 09:00:00.000000','planned',NULL,0,'2027-02-23 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(454,'reminder:reply_by:-0d:3:20270225T2259:9',9,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-02-25 09:00:00.000000','2027-02-25 17:00:00.000000','planned',NULL,0,'2027-02-25 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(455,'reminder:dossier:-7d:3:20270311T1300:9',9,'reminder',3,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-03-04 09:00:00.000000','2027-03-06 09:00:00.000000','planned',NULL,0,'2027-03-04 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(456,'reminder:call_for_updates:-42d:3:20270311T1300:11',11,'reminder',3,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2027-01-28 07:00:00.000000','2027-02-04 07:00:00.000000','planned',NULL,0,'2027-01-28 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(457,'reminder:updates_due:-7d:3:20270218T2259:11',11,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-7d"}','2027-02-11 07:00:00.000000','2027-02-13 07:00:00.000000','planned',NULL,0,'2027-02-11 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(458,'reminder:updates_due:-2d:3:20270218T2259:11',11,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-2d"}','2027-02-16 07:00:00.000000','2027-02-17 07:00:00.000000','planned',NULL,0,'2027-02-16 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(459,'reminder:reply_by:-7d:3:20270225T2259:11',11,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-7d"}','2027-02-18 07:00:00.000000','2027-02-20 07:00:00.000000','planned',NULL,0,'2027-02-18 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(460,'reminder:updates_due:-0d:3:20270218T2259:11',11,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-0d"}','2027-02-18 07:00:00.000000','2027-02-18 15:00:00.000000','planned',NULL,0,'2027-02-18 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(461,'reminder:reply_by:-2d:3:20270225T2259:11',11,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-02-23 07:00:00.000000','2027-02-24 07:00:00.000000','planned',NULL,0,'2027-02-23 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(462,'reminder:reply_by:-0d:3:20270225T2259:11',11,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-02-25 07:00:00.000000','2027-02-25 15:00:00.000000','planned',NULL,0,'2027-02-25 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(463,'reminder:dossier:-7d:3:20270311T1300:11',11,'reminder',3,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-03-04 07:00:00.000000','2027-03-06 07:00:00.000000','planned',NULL,0,'2027-03-04 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(464,'reminder:call_for_updates:-42d:3:20270311T1300:12',12,'reminder',3,NULL,'{"rule": "call_for_updates", "offset": "-42d"}','2027-01-28 08:00:00.000000','2027-02-04 08:00:00.000000','planned',NULL,0,'2027-01-28 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(465,'reminder:updates_due:-7d:3:20270218T2259:12',12,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-7d"}','2027-02-11 08:00:00.000000','2027-02-13 08:00:00.000000','planned',NULL,0,'2027-02-11 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(466,'reminder:updates_due:-2d:3:20270218T2259:12',12,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-2d"}','2027-02-16 08:00:00.000000','2027-02-17 08:00:00.000000','planned',NULL,0,'2027-02-16 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(467,'reminder:reply_by:-7d:3:20270225T2259:12',12,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-7d"}','2027-02-18 08:00:00.000000','2027-02-20 08:00:00.000000','planned',NULL,0,'2027-02-18 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(468,'reminder:updates_due:-0d:3:20270218T2259:12',12,'reminder',3,NULL,'{"rule": "updates_due", "offset": "-0d"}','2027-02-18 08:00:00.000000','2027-02-18 16:00:00.000000','planned',NULL,0,'2027-02-18 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(469,'reminder:reply_by:-2d:3:20270225T2259:12',12,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-2d"}','2027-02-23 08:00:00.000000','2027-02-24 08:00:00.000000','planned',NULL,0,'2027-02-23 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(470,'reminder:reply_by:-0d:3:20270225T2259:12',12,'reminder',3,NULL,'{"rule": "reply_by", "offset": "-0d"}','2027-02-25 08:00:00.000000','2027-02-25 16:00:00.000000','planned',NULL,0,'2027-02-25 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(471,'reminder:dossier:-7d:3:20270311T1300:12',12,'reminder',3,NULL,'{"rule": "dossier", "offset": "-7d"}','2027-03-04 08:00:00.000000','2027-03-06 08:00:00.000000','planned',NULL,0,'2027-03-04 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(472,'notice:6:1',1,'notice',3,6,'{}','2026-11-23 12:09:00.000000','2027-03-11 16:00:00.000000','sent',NULL,1,'2026-11-23 12:09:00.000000',NULL,0,189,'2026-11-23 12:09:00.000000','2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(473,'notice:6:2',2,'notice',3,6,'{}','2026-11-23 12:09:00.000000','2027-03-11 16:00:00.000000','sent',NULL,1,'2026-11-23 12:09:00.000000',NULL,0,190,'2026-11-23 12:09:00.000000','2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(474,'notice:6:3',3,'notice',3,6,'{}','2026-11-23 12:09:00.000000','2027-03-11 16:00:00.000000','sent',NULL,1,'2026-11-23 12:09:00.000000',NULL,0,191,'2026-11-23 12:09:00.000000','2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(475,'notice:6:4',4,'notice',3,6,'{}','2026-11-23 12:09:00.000000','2027-03-11 16:00:00.000000','sent',NULL,1,'2026-11-23 12:09:00.000000',NULL,0,192,'2026-11-23 12:09:00.000000','2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(476,'notice:6:5',5,'notice',3,6,'{}','2026-11-23 12:09:00.000000','2027-03-11 16:00:00.000000','sent',NULL,1,'2026-11-23 12:09:00.000000',NULL,0,196,'2026-11-23 12:09:00.000000','2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(477,'notice:6:6',6,'notice',3,6,'{}','2026-11-23 12:09:00.000000','2027-03-11 16:00:00.000000','sent',NULL,1,'2026-11-23 12:09:00.000000',NULL,0,195,'2026-11-23 12:09:00.000000','2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(478,'notice:6:7',7,'notice',3,6,'{}','2026-11-23 12:09:00.000000','2027-03-11 16:00:00.000000','sent',NULL,1,'2026-11-23 12:09:00.000000',NULL,0,194,'2026-11-23 12:09:00.000000','2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(479,'notice:6:9',9,'notice',3,6,'{}','2026-11-23 12:09:00.000000','2027-03-11 16:00:00.000000','sent',NULL,1,'2026-11-23 12:09:00.000000',NULL,0,193,'2026-11-23 12:09:00.000000','2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(480,'notice:6:11',11,'notice',3,6,'{}','2026-11-23 12:09:00.000000','2027-03-11 16:00:00.000000','unreachable','blocked the bot',1,'2026-11-23 12:09:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(481,'notice:6:12',12,'notice',3,6,'{}','2026-11-23 12:09:00.000000','2027-03-11 16:00:00.000000','sent',NULL,1,'2026-11-23 12:09:00.000000',NULL,0,197,'2026-11-23 12:09:00.000000','2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(482,'reminder:practical:-1d:3:20270311T1300:4',4,'reminder',3,NULL,'{"rule": "practical", "offset": "-1d"}','2027-03-10 09:00:00.000000','2027-03-10 21:00:00.000000','planned',NULL,0,'2027-03-10 09:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(483,'reminder:practical:-1d:4:20270121T0900:5',5,'reminder',4,NULL,'{"rule": "practical", "offset": "-1d"}','2027-01-20 07:00:00.000000','2027-01-20 19:00:00.000000','planned',NULL,0,'2027-01-20 07:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(484,'reminder:joining:-60m:4:20270121T0900:5',5,'reminder',4,NULL,'{"rule": "joining", "offset": "-60m"}','2027-01-21 08:00:00.000000','2027-01-21 08:50:00.000000','planned',NULL,0,'2027-01-21 08:00:00.000000',NULL,0,NULL,NULL,'2026-11-23 12:09:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(485,'reminder:call_for_updates:-42d:4:20270121T0900:12:again',12,'reminder',4,NULL,'{"rule": "call_for_updates", "offset": "-42d", "again": true}','2026-12-11 07:30:00.000000','2026-12-17 08:00:00.000000','planned',NULL,0,'2026-12-11 07:30:00.000000',NULL,0,NULL,NULL,'2026-12-10 09:30:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(486,'application:14:2026-12-10T09:30:00+00:00:1',1,'application',NULL,NULL,'{"person_id": 14}','2026-12-10 09:30:00.000000',NULL,'sent',NULL,1,'2026-12-10 09:30:00.000000',NULL,0,250,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(487,'application:14:2026-12-10T09:30:00+00:00:2',2,'application',NULL,NULL,'{"person_id": 14}','2026-12-10 09:30:00.000000',NULL,'sent',NULL,1,'2026-12-10 09:30:00.000000',NULL,0,251,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(488,'faults:20261211:1',1,'faults',NULL,NULL,'{"since": "2026-12-10T07:30:00+00:00", "until": "2026-12-11T07:30:00+00:00"}','2026-12-11 07:30:00.000000','2026-12-18 07:30:00.000000','planned',NULL,0,'2026-12-11 07:30:00.000000',NULL,0,NULL,NULL,'2026-12-10 09:30:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(489,'faults:20261211:2',2,'faults',NULL,NULL,'{"since": "2026-12-10T07:30:00+00:00", "until": "2026-12-11T07:30:00+00:00"}','2026-12-11 07:30:00.000000','2026-12-18 07:30:00.000000','planned',NULL,0,'2026-12-11 07:30:00.000000',NULL,0,NULL,NULL,'2026-12-10 09:30:00.000000',0,0,NULL);
INSERT INTO "delivery" VALUES(490,'doubtful',4,'welcome',NULL,NULL,'{}','2026-12-10 10:00:00.000000',NULL,'unknown','ClientOSError',1,'2026-12-10 10:00:00.200000','a-process-that-was-killed',1,NULL,NULL,'2026-12-10 10:00:00.000000',1,0,NULL);
INSERT INTO "delivery" VALUES(491,'on-its-way',9,'welcome',NULL,NULL,'{}','2026-12-10 10:00:00.000000',NULL,'claimed',NULL,1,'2026-12-10 10:00:00.000000','a-process-that-was-killed',0,NULL,NULL,'2026-12-10 10:00:00.000000',0,0,NULL);
CREATE TABLE form (
	id INTEGER NOT NULL, 
	telegram_id BIGINT NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	subject_id INTEGER, 
	answers JSON NOT NULL, 
	skipped JSON NOT NULL, 
	asking VARCHAR(40), 
	proposal JSON, 
	page INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	active_chat BIGINT, 
	card_message_id BIGINT, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	offered_at DATETIME, 
	CONSTRAINT pk_form PRIMARY KEY (id), 
	CONSTRAINT uq_form_active_chat UNIQUE (active_chat)
);
INSERT INTO "form" VALUES(1,5000003,'project_update',NULL,'{"chamber": "FR-SEN", "summary_language": "fr", "_typed": {"message": 214, "question": "partners", "version": 3}, "title": "S\u00e9minaire sur le budget", "partners": ["ME"]}','["words"]',NULL,NULL,0,3,NULL,215,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000',NULL);
INSERT INTO "form" VALUES(2,5000003,'rename',NULL,'{}','[]',NULL,NULL,0,0,5000003,217,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000',NULL);
INSERT INTO "form" VALUES(3,5000004,'project_update',NULL,'{"chamber": "IE-DAI", "summary_language": "en", "_typed": {"message": 222, "question": "title", "version": 2}, "title": "A draft that is being written"}','["words"]',NULL,NULL,0,2,5000004,223,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000',NULL);
INSERT INTO "form" VALUES(4,5000005,'project_update',NULL,'{"summary_language": "en", "chamber": "FI-EDU", "words": {"found": {"partners": [["ME"], "Podgorica"], "kind": ["workshop", "workshop"], "programme": ["inter_pares", "INTER PARES"], "dates": [{"start": "2027-01-18", "end": "2027-01-20", "start_time": null, "end_time": null, "precision": "day", "zone": "Europe/Helsinki"}, "From 18 to 20 January 2027"], "format": ["in_person", "Podgorica"], "place": ["Podgorica", "Podgorica"], "summary_language": ["en", ""], "summary": ["From 18 to 20 January 2027 two experts of the Eduskunta go to Podgorica for an INTER PARES workshop on committees", ""], "status": ["planned", "From 18 to 20 January 2027"]}, "doubts": {"title": {"text": "From 18 to 20 January 2027 two experts of the Eduskunta go to Podgorica for an INTER PARES workshop on committees"}}, "at": 1, "of": 1, "with": 4}, "partners": ["ME"], "kind": "workshop", "programme": "inter_pares", "dates": {"start": "2027-01-18", "end": "2027-01-20", "start_time": null, "end_time": null, "precision": "day", "zone": "Europe/Helsinki"}, "format": "in_person", "place": "Podgorica", "summary": "From 18 to 20 January 2027 two experts of the Eduskunta go to Podgorica for an INTER PARES workshop on committees", "status": "planned", "_opened": 226}','[]',NULL,NULL,0,1,5000005,227,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000',NULL);
INSERT INTO "form" VALUES(5,5000001,'announcement',NULL,'{"_typed": {"message": 232, "question": "when", "version": 2}, "title": "Summer meeting"}','[]',NULL,'{"text": "I understood: <b>Thursday 10 June 2027, 14:00\u201317:00 (Brussels, UTC+2)</b>. Is that right?", "choices": [[{"start": "2027-06-10", "end": "2027-06-10", "start_time": "14:00", "end_time": "17:00", "precision": "day", "zone": "Europe/Brussels"}, "Thursday 10 June 2027, 14:00\u201317:00 (Brussels, UTC+2)"]]}',0,2,5000001,233,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000',NULL);
INSERT INTO "form" VALUES(6,5000012,'offer',NULL,'{"text": "On 2 and 3 November 2026 we received a delegation of the Parliament of Montenegro on cybersecurity, INTER PARES", "message": 234}','[]',NULL,NULL,0,0,NULL,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000',NULL);
INSERT INTO "form" VALUES(7,5000007,'list',NULL,'{"code": "p=ME"}','[]',NULL,NULL,0,0,NULL,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000',NULL);
INSERT INTO "form" VALUES(8,5000009,'list',NULL,'{"code": "all"}','[]',NULL,NULL,0,0,NULL,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000',NULL);
INSERT INTO "form" VALUES(9,5000016,'language',NULL,'{"language": "fr"}','[]',NULL,NULL,0,0,NULL,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000',NULL);
INSERT INTO "form" VALUES(10,5000015,'registration',NULL,'{"language": "en", "privacy": "yes", "country": "EE"}','[]',NULL,NULL,0,3,5000015,245,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000',NULL);
CREATE TABLE "inbox" (
	update_id BIGINT NOT NULL, 
	lane BIGINT NOT NULL, 
	payload VARCHAR, 
	state VARCHAR(40) NOT NULL, 
	answer JSON, 
	answers_sent INTEGER NOT NULL, 
	reference VARCHAR(20), 
	received_at DATETIME NOT NULL, 
	handled_at DATETIME, 
	CONSTRAINT pk_inbox PRIMARY KEY (update_id)
);
INSERT INTO "inbox" VALUES(1000,5000001,NULL,'done',NULL,0,NULL,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000');
INSERT INTO "inbox" VALUES(1001,5000001,NULL,'done',NULL,0,NULL,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000');
INSERT INTO "inbox" VALUES(1002,5000001,NULL,'done',NULL,0,NULL,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000');
INSERT INTO "inbox" VALUES(1003,5000001,NULL,'done',NULL,0,NULL,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000');
INSERT INTO "inbox" VALUES(1004,5000001,NULL,'done',NULL,0,NULL,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000');
INSERT INTO "inbox" VALUES(1005,5000001,NULL,'done',NULL,0,NULL,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000');
INSERT INTO "inbox" VALUES(1006,5000001,NULL,'done',NULL,0,NULL,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000');
INSERT INTO "inbox" VALUES(1007,5000001,NULL,'done',NULL,0,NULL,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000');
INSERT INTO "inbox" VALUES(1008,5000001,NULL,'done',NULL,0,NULL,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000');
INSERT INTO "inbox" VALUES(1009,5000001,NULL,'done',NULL,0,NULL,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000');
INSERT INTO "inbox" VALUES(1010,5000001,NULL,'done',NULL,0,NULL,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000');
INSERT INTO "inbox" VALUES(1011,5000001,NULL,'done',NULL,0,NULL,'2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000');
INSERT INTO "inbox" VALUES(1012,5000004,NULL,'done',NULL,0,NULL,'2026-09-28 08:03:00.000000','2026-09-28 08:03:00.000000');
INSERT INTO "inbox" VALUES(1013,5000005,NULL,'done',NULL,0,NULL,'2026-09-28 08:03:00.000000','2026-09-28 08:03:00.000000');
INSERT INTO "inbox" VALUES(1015,5000004,NULL,'done',NULL,0,NULL,'2026-09-28 08:03:00.000000','2026-09-28 08:03:00.000000');
INSERT INTO "inbox" VALUES(1016,5000004,NULL,'done',NULL,0,NULL,'2026-09-28 08:03:00.000000','2026-09-28 08:03:00.000000');
INSERT INTO "inbox" VALUES(1017,5000013,NULL,'done',NULL,0,NULL,'2026-09-29 08:03:00.000000','2026-09-29 08:03:00.000000');
INSERT INTO "inbox" VALUES(1018,5000013,NULL,'done',NULL,0,NULL,'2026-09-29 08:03:00.000000','2026-09-29 08:03:00.000000');
INSERT INTO "inbox" VALUES(1019,5000013,NULL,'done',NULL,0,NULL,'2026-09-29 08:03:00.000000','2026-09-29 08:03:00.000000');
INSERT INTO "inbox" VALUES(1020,5000013,NULL,'done',NULL,0,NULL,'2026-09-29 08:03:00.000000','2026-09-29 08:03:00.000000');
INSERT INTO "inbox" VALUES(1021,5000013,NULL,'done',NULL,0,NULL,'2026-09-29 08:03:00.000000','2026-09-29 08:03:00.000000');
INSERT INTO "inbox" VALUES(1022,5000013,NULL,'done',NULL,0,NULL,'2026-09-29 08:03:00.000000','2026-09-29 08:03:00.000000');
INSERT INTO "inbox" VALUES(1023,5000001,NULL,'done',NULL,0,NULL,'2026-09-29 08:03:00.000000','2026-09-29 08:03:00.000000');
INSERT INTO "inbox" VALUES(1024,5000001,NULL,'done',NULL,0,NULL,'2026-09-29 08:03:00.000000','2026-09-29 08:03:00.000000');
INSERT INTO "inbox" VALUES(1026,5000010,NULL,'done',NULL,0,NULL,'2026-10-14 10:00:00.000000','2026-10-14 10:00:00.000000');
INSERT INTO "inbox" VALUES(1027,5000011,NULL,'done',NULL,0,NULL,'2026-10-14 10:00:00.000000','2026-10-14 10:00:00.000000');
INSERT INTO "inbox" VALUES(1028,5000006,NULL,'done',NULL,0,NULL,'2026-10-14 10:00:00.000000','2026-10-14 10:00:00.000000');
INSERT INTO "inbox" VALUES(1029,5000006,NULL,'done',NULL,0,NULL,'2026-10-14 10:00:00.000000','2026-10-14 10:00:00.000000');
INSERT INTO "inbox" VALUES(1030,5000006,NULL,'done',NULL,0,NULL,'2026-10-14 10:00:00.000000','2026-10-14 10:00:00.000000');
INSERT INTO "inbox" VALUES(1031,5000006,NULL,'done',NULL,0,NULL,'2026-10-14 10:00:00.000000','2026-10-14 10:00:00.000000');
INSERT INTO "inbox" VALUES(1032,5000007,NULL,'done',NULL,0,NULL,'2026-10-14 10:00:00.000000','2026-10-14 10:00:00.000000');
INSERT INTO "inbox" VALUES(1033,5000007,NULL,'done',NULL,0,NULL,'2026-10-14 10:00:00.000000','2026-10-14 10:00:00.000000');
INSERT INTO "inbox" VALUES(1034,5000007,NULL,'done',NULL,0,NULL,'2026-10-14 10:00:00.000000','2026-10-14 10:00:00.000000');
INSERT INTO "inbox" VALUES(1035,5000009,NULL,'done',NULL,0,NULL,'2026-10-14 10:00:00.000000','2026-10-14 10:00:00.000000');
INSERT INTO "inbox" VALUES(1036,5000009,NULL,'done',NULL,0,NULL,'2026-10-14 10:00:00.000000','2026-10-14 10:00:00.000000');
INSERT INTO "inbox" VALUES(1037,5000009,NULL,'done',NULL,0,NULL,'2026-10-14 10:00:00.000000','2026-10-14 10:00:00.000000');
INSERT INTO "inbox" VALUES(1038,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:00:00.000000','2026-11-23 10:00:00.000000');
INSERT INTO "inbox" VALUES(1039,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:00:00.000000','2026-11-23 10:00:00.000000');
INSERT INTO "inbox" VALUES(1040,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:00:00.000000','2026-11-23 10:00:00.000000');
INSERT INTO "inbox" VALUES(1041,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:00:00.000000','2026-11-23 10:00:00.000000');
INSERT INTO "inbox" VALUES(1042,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:00:00.000000','2026-11-23 10:00:00.000000');
INSERT INTO "inbox" VALUES(1043,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:00:00.000000','2026-11-23 10:00:00.000000');
INSERT INTO "inbox" VALUES(1044,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:00:00.000000','2026-11-23 10:00:00.000000');
INSERT INTO "inbox" VALUES(1045,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:00:00.000000','2026-11-23 10:00:00.000000');
INSERT INTO "inbox" VALUES(1046,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:00:00.000000','2026-11-23 10:00:00.000000');
INSERT INTO "inbox" VALUES(1047,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:00:00.000000','2026-11-23 10:00:00.000000');
INSERT INTO "inbox" VALUES(1048,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:00:00.000000','2026-11-23 10:00:00.000000');
INSERT INTO "inbox" VALUES(1049,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:00:00.000000','2026-11-23 10:00:00.000000');
INSERT INTO "inbox" VALUES(1050,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:03:00.000000','2026-11-23 10:03:00.000000');
INSERT INTO "inbox" VALUES(1051,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:03:00.000000','2026-11-23 10:03:00.000000');
INSERT INTO "inbox" VALUES(1052,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:03:00.000000','2026-11-23 10:03:00.000000');
INSERT INTO "inbox" VALUES(1053,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:03:00.000000','2026-11-23 10:03:00.000000');
INSERT INTO "inbox" VALUES(1054,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:03:00.000000','2026-11-23 10:03:00.000000');
INSERT INTO "inbox" VALUES(1055,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:03:00.000000','2026-11-23 10:03:00.000000');
INSERT INTO "inbox" VALUES(1056,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:03:00.000000','2026-11-23 10:03:00.000000');
INSERT INTO "inbox" VALUES(1057,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:03:00.000000','2026-11-23 10:03:00.000000');
INSERT INTO "inbox" VALUES(1058,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:03:00.000000','2026-11-23 10:03:00.000000');
INSERT INTO "inbox" VALUES(1059,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:03:00.000000','2026-11-23 10:03:00.000000');
INSERT INTO "inbox" VALUES(1060,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:03:00.000000','2026-11-23 10:03:00.000000');
INSERT INTO "inbox" VALUES(1061,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:03:00.000000','2026-11-23 10:03:00.000000');
INSERT INTO "inbox" VALUES(1062,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:03:00.000000','2026-11-23 10:03:00.000000');
INSERT INTO "inbox" VALUES(1063,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:03:00.000000','2026-11-23 10:03:00.000000');
INSERT INTO "inbox" VALUES(1064,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:06:00.000000','2026-11-23 10:06:00.000000');
INSERT INTO "inbox" VALUES(1065,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:06:00.000000','2026-11-23 10:06:00.000000');
INSERT INTO "inbox" VALUES(1066,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:06:00.000000','2026-11-23 10:06:00.000000');
INSERT INTO "inbox" VALUES(1067,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:06:00.000000','2026-11-23 10:06:00.000000');
INSERT INTO "inbox" VALUES(1068,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:06:00.000000','2026-11-23 10:06:00.000000');
INSERT INTO "inbox" VALUES(1069,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:06:00.000000','2026-11-23 10:06:00.000000');
INSERT INTO "inbox" VALUES(1070,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:06:00.000000','2026-11-23 10:06:00.000000');
INSERT INTO "inbox" VALUES(1071,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:06:00.000000','2026-11-23 10:06:00.000000');
INSERT INTO "inbox" VALUES(1072,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:06:00.000000','2026-11-23 10:06:00.000000');
INSERT INTO "inbox" VALUES(1073,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:06:00.000000','2026-11-23 10:06:00.000000');
INSERT INTO "inbox" VALUES(1074,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:06:00.000000','2026-11-23 10:06:00.000000');
INSERT INTO "inbox" VALUES(1075,5000001,NULL,'done',NULL,0,NULL,'2026-11-23 10:06:00.000000','2026-11-23 10:06:00.000000');
INSERT INTO "inbox" VALUES(1076,5000004,NULL,'done',NULL,0,NULL,'2026-11-23 10:09:00.000000','2026-11-23 10:09:00.000000');
INSERT INTO "inbox" VALUES(1077,5000003,NULL,'done',NULL,0,NULL,'2026-11-23 10:09:00.000000','2026-11-23 10:09:00.000000');
INSERT INTO "inbox" VALUES(1078,5000004,NULL,'done',NULL,0,NULL,'2026-11-23 12:09:00.000000','2026-11-23 12:09:00.000000');
INSERT INTO "inbox" VALUES(1079,5000004,NULL,'done',NULL,0,NULL,'2026-11-23 12:09:00.000000','2026-11-23 12:09:00.000000');
INSERT INTO "inbox" VALUES(1080,5000004,NULL,'done',NULL,0,NULL,'2026-11-23 12:09:00.000000','2026-11-23 12:09:00.000000');
INSERT INTO "inbox" VALUES(1081,5000005,NULL,'done',NULL,0,NULL,'2026-11-23 12:09:00.000000','2026-11-23 12:09:00.000000');
INSERT INTO "inbox" VALUES(1082,5000007,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1083,5000012,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1084,5000003,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1085,5000003,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1086,5000003,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1087,5000003,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1088,5000003,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1089,5000003,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1090,5000004,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1091,5000004,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1092,5000004,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1093,5000005,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1094,5000005,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1095,5000001,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1096,5000001,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1097,5000001,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1098,5000012,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1099,5000007,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1100,5000009,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1101,5000016,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1102,5000016,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1103,5000015,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1104,5000015,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1105,5000015,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1106,5000015,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1107,5000014,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1108,5000014,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1109,5000014,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1110,5000014,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1111,5000014,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1112,5000014,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1113,5000014,NULL,'done',NULL,0,NULL,'2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000');
INSERT INTO "inbox" VALUES(1114,5000006,'{"update_id": 1114, "message": {"message_id": 253, "date": 1796896800, "chat": {"id": 5000006, "type": "private", "first_name": "Giulia"}, "from": {"id": 5000006, "is_bot": false, "first_name": "Giulia", "language_code": "en"}, "text": "/help", "entities": [{"type": "bot_command", "offset": 0, "length": 5}]}}','answered','[{"act": "commands", "chat_id": 5000006, "commands": ["meetings", "update", "projects", "who", "settings", "language", "help", "cancel", "privacy", "mydata", "forget", "start"], "language": "en"}, {"act": "send", "chat_id": 5000006, "text": "<b>What you can do here</b>\n\n/meetings \u2013 Coming meetings and your answer\n/update \u2013 Report an activity\n/projects \u2013 What the chambers report, with filters\n/who \u2013 Which chambers work with a country or on a theme\n/settings \u2013 Language, time zone, reminders, pause\n/language \u2013 Change the language\n/help \u2013 What you can do here\n/cancel \u2013 Leave the present conversation\n/privacy \u2013 What happens to your data\n/mydata \u2013 What is kept about you, as a file\n/forget \u2013 Erase your data and leave\n/start \u2013 Begin, or open an invitation\n\nYou can answer every question by typing or with a button. Dates can be written as you like: \u201c18-20 July\u201d, \u201c1 December at 14:30\u201d.", "language": "en"}]',0,NULL,'2026-12-10 10:00:00.000000',NULL);
INSERT INTO "inbox" VALUES(1115,5000009,'{"update_id": 1115, "message": {"message_id": 254, "date": 1796896800, "chat": {"id": 5000009, "type": "private", "first_name": "Sofia"}, "from": {"id": 5000009, "is_bot": false, "first_name": "Sofia", "language_code": "en"}, "text": "/help", "entities": [{"type": "bot_command", "offset": 0, "length": 5}]}}','new',NULL,0,NULL,'2026-12-10 10:00:00.000000',NULL);
CREATE TABLE invitation (
	id INTEGER NOT NULL, 
	code_hash VARCHAR(64) NOT NULL, 
	role VARCHAR(40) NOT NULL, 
	chamber_id VARCHAR(12), 
	created_by INTEGER, 
	created_at DATETIME NOT NULL, 
	expires_at DATETIME NOT NULL, 
	used_at DATETIME, 
	used_by INTEGER, 
	CONSTRAINT pk_invitation PRIMARY KEY (id), 
	CONSTRAINT fk_invitation_created_by FOREIGN KEY(created_by) REFERENCES person (id), 
	CONSTRAINT fk_invitation_used_by FOREIGN KEY(used_by) REFERENCES person (id), 
	CONSTRAINT uq_invitation_code_hash UNIQUE (code_hash)
);
INSERT INTO "invitation" VALUES(1,'a22030fd74d3b37760638cc24703e7bbdd9a477c2353773cbe4f66addb80a491','coordinator','EU-EP',NULL,'2026-09-28 08:00:00.000000','2026-09-29 08:00:00.000000','2026-09-28 08:00:00.000000',1);
INSERT INTO "invitation" VALUES(2,'7338fea322c3ad0c6a1096757404c71b7f48e377c41fb8a7361a1462a97bdf05','coordinator','EU-EP',NULL,'2026-09-28 08:00:00.000000','2026-09-29 08:00:00.000000','2026-09-28 08:00:00.000000',2);
INSERT INTO "invitation" VALUES(3,'61e49efa37727c0c0d8e7acb03b3e0b8a5b1beba04dbbdc436a29b13fa6a60d7','correspondent','FR-SEN',NULL,'2026-09-28 08:00:00.000000','2026-09-29 08:00:00.000000','2026-09-28 08:00:00.000000',3);
INSERT INTO "invitation" VALUES(4,'de7266721449ea0a809f59d408cb2f8de9821602217a9c1674fc67a02edf3dad','correspondent','IE-DAI',NULL,'2026-09-28 08:00:00.000000','2026-09-29 08:00:00.000000','2026-09-28 08:00:00.000000',4);
INSERT INTO "invitation" VALUES(5,'1f8346afae98744c76757da1daca35048934497a3ff2e96eea0b4eee4de1b1b3','correspondent','FI-EDU',NULL,'2026-09-28 08:00:00.000000','2026-09-29 08:00:00.000000','2026-09-28 08:00:00.000000',5);
INSERT INTO "invitation" VALUES(6,'84470ddd417e40e0136eb38edf610108de855cef1593d0327b357119d844f33b','correspondent','IT-CAM',NULL,'2026-09-28 08:00:00.000000','2026-09-29 08:00:00.000000','2026-09-28 08:00:00.000000',6);
INSERT INTO "invitation" VALUES(7,'bf207fb9919cbcf59475a6a7a46f262e833e6282bf9c7fc584a9482c1ecb8d1a','correspondent','GR-VOU',NULL,'2026-09-28 08:00:00.000000','2026-09-29 08:00:00.000000','2026-09-28 08:00:00.000000',7);
INSERT INTO "invitation" VALUES(8,'f707c4de6e18155f9ac2a462b267d51768b0a4f6846147dfe18de6f38213b707','correspondent','BE-SEN',NULL,'2026-09-28 08:00:00.000000','2026-09-29 08:00:00.000000','2026-09-28 08:00:00.000000',8);
INSERT INTO "invitation" VALUES(9,'1d230183da3bafd66b3fc6851461e17f411c01bbdc7ecb328b3e1b790ca926cd','observer',NULL,NULL,'2026-09-28 08:00:00.000000','2026-09-29 08:00:00.000000','2026-09-28 08:00:00.000000',9);
INSERT INTO "invitation" VALUES(10,'7a0924bff33ca68a532697a02bc62fea0bb187e4854e3385cb05a8163a17b7c6','correspondent','PL-SEJ',NULL,'2026-09-28 08:00:00.000000','2026-09-29 08:00:00.000000','2026-09-28 08:00:00.000000',10);
INSERT INTO "invitation" VALUES(11,'c5d74633a68ca052210da9824e8660d2f457aa063454963f90196a59e60a4920','correspondent','RO-SEN',NULL,'2026-09-28 08:00:00.000000','2026-09-29 08:00:00.000000','2026-09-28 08:00:00.000000',11);
INSERT INTO "invitation" VALUES(12,'0746501c97dfae434a96e602b97b672ab5386daaa5523e23bba89d108b47de1c','correspondent','NL-TWK',NULL,'2026-09-28 08:00:00.000000','2026-09-29 08:00:00.000000','2026-09-28 08:00:00.000000',12);
INSERT INTO "invitation" VALUES(13,'d6c5280114e08df3e707977d834f5b4555c01412cacb5c79cd26e87e58bd0fc6','observer',NULL,1,'2026-12-10 09:30:00.000000','2026-12-24 09:30:00.000000',NULL,NULL);
INSERT INTO "invitation" VALUES(14,'1fff1f467afabd57dde6287f17d1ce948e2be4279ab6ed18a6f0a347d5b9da64','correspondent','PL-SEJ',1,'2026-10-31 09:30:00.000000','2026-11-14 09:30:00.000000',NULL,NULL);
CREATE TABLE lane (
	lane BIGINT NOT NULL, 
	held_by VARCHAR(40) NOT NULL, 
	CONSTRAINT pk_lane PRIMARY KEY (lane)
);
CREATE TABLE mark (
	name VARCHAR(60) NOT NULL, 
	at DATETIME NOT NULL, 
	value VARCHAR(200), 
	CONSTRAINT pk_mark PRIMARY KEY (name)
);
INSERT INTO "mark" VALUES('reminder-plan','2026-09-28 08:00:00.000000','77c55116e4fdc7084f369dd1ec3206edffe7c53c534f194787dbd647413aa587');
INSERT INTO "mark" VALUES('alive','2026-12-10 10:00:00.000000',NULL);
CREATE TABLE meeting (
	id INTEGER NOT NULL, 
	uid VARCHAR(120) NOT NULL, 
	series VARCHAR(40) NOT NULL, 
	title VARCHAR(200) NOT NULL, 
	starts_at DATETIME NOT NULL, 
	ends_at DATETIME NOT NULL, 
	zone VARCHAR(64) NOT NULL, 
	format VARCHAR(40) NOT NULL, 
	place VARCHAR(200), 
	link VARCHAR(500), 
	focus JSON NOT NULL, 
	agenda VARCHAR(2000), 
	reply_by DATETIME NOT NULL, 
	state VARCHAR(40) NOT NULL, 
	cancel_reason VARCHAR(500), 
	revision INTEGER NOT NULL, 
	sequence INTEGER NOT NULL, 
	created_by INTEGER, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT pk_meeting PRIMARY KEY (id), 
	CONSTRAINT fk_meeting_created_by FOREIGN KEY(created_by) REFERENCES person (id), 
	CONSTRAINT uq_meeting_uid UNIQUE (uid)
);
INSERT INTO "meeting" VALUES(1,'1-20260928T080000000000@democracy-support-network','dsn','Autumn meeting','2026-11-05 13:00:00.000000','2026-11-05 16:00:00.000000','Europe/Brussels','in_person','Brussels, room 1',NULL,'[]',NULL,'2026-10-22 21:59:00.000000','announced',NULL,1,0,1,'2026-09-28 08:00:00.000000');
INSERT INTO "meeting" VALUES(2,'1-20261123T100000000000@democracy-support-network','dsn','Winter workshop','2027-01-28 09:00:00.000000','2027-01-28 11:00:00.000000','Europe/Brussels','online',NULL,'https://meet.example.org/w','[]',NULL,'2027-01-14 22:59:00.000000','cancelled','The building is closed',2,1,1,'2026-11-23 10:00:00.000000');
INSERT INTO "meeting" VALUES(3,'1-20261123T100300000000@democracy-support-network','dsn','Spring meeting','2027-03-11 13:00:00.000000','2027-03-11 16:00:00.000000','Europe/Brussels','hybrid','Brussels <room 2>','https://meet.example.org/dsn','["WB"]','1. Projects
2. IPEX','2027-02-25 22:59:00.000000','announced',NULL,2,1,1,'2026-11-23 10:03:00.000000');
INSERT INTO "meeting" VALUES(4,'1-20261123T100600000000@democracy-support-network','dsn','Steering committee','2027-01-21 09:00:00.000000','2027-01-21 10:30:00.000000','Europe/Brussels','online',NULL,'https://meet.example.org/steering','[]',NULL,'2027-01-07 22:59:00.000000','announced',NULL,1,0,1,'2026-11-23 10:06:00.000000');
CREATE TABLE notice (
	id INTEGER NOT NULL, 
	meeting_id INTEGER NOT NULL, 
	kind VARCHAR(40) NOT NULL, 
	revision INTEGER NOT NULL, 
	"before" JSON NOT NULL, 
	created_by INTEGER, 
	created_at DATETIME NOT NULL, 
	card_chat_id BIGINT, 
	card_message_id BIGINT, 
	card_shown VARCHAR(80), 
	finished_at DATETIME, 
	CONSTRAINT pk_notice PRIMARY KEY (id), 
	CONSTRAINT fk_notice_created_by FOREIGN KEY(created_by) REFERENCES person (id), 
	CONSTRAINT fk_notice_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id)
);
INSERT INTO "notice" VALUES(1,1,'announced',1,'{}',1,'2026-09-28 08:00:00.000000',5000001,22,'12/12/12','2026-09-28 08:00:00.000000');
INSERT INTO "notice" VALUES(2,2,'announced',1,'{}',1,'2026-11-23 10:00:00.000000',5000001,128,'9/10/10','2026-11-23 10:00:00.000000');
INSERT INTO "notice" VALUES(3,3,'announced',1,'{}',1,'2026-11-23 10:03:00.000000',5000001,151,'9/10/10','2026-11-23 10:03:00.000000');
INSERT INTO "notice" VALUES(4,4,'announced',1,'{}',1,'2026-11-23 10:06:00.000000',5000001,170,'8/10/10','2026-11-23 10:06:00.000000');
INSERT INTO "notice" VALUES(5,2,'cancelled',2,'{}',1,'2026-11-23 10:09:00.000000',5000001,NULL,NULL,NULL);
INSERT INTO "notice" VALUES(6,3,'moved',2,'{"starts_at": "2027-02-25T13:00:00+00:00", "ends_at": "2027-02-25T16:00:00+00:00", "reply_by": "2027-02-11T22:59:00+00:00"}',1,'2026-11-23 12:09:00.000000',5000001,NULL,NULL,NULL);
CREATE TABLE pace_slot (
	slot INTEGER NOT NULL, 
	free_at FLOAT NOT NULL, 
	taken_at FLOAT NOT NULL, 
	first_until FLOAT NOT NULL, 
	held_by VARCHAR(40), 
	CONSTRAINT pk_pace_slot PRIMARY KEY (slot)
);
CREATE TABLE person (
	id INTEGER NOT NULL, 
	telegram_id BIGINT, 
	name VARCHAR(120) NOT NULL, 
	role VARCHAR(40) NOT NULL, 
	standing VARCHAR(40) NOT NULL, 
	language VARCHAR(8) NOT NULL, 
	zone VARCHAR(64) NOT NULL, 
	acknowledged_at DATETIME NOT NULL, 
	created_at DATETIME NOT NULL, 
	decided_at DATETIME, 
	decided_by INTEGER, 
	decline_reason VARCHAR(500), 
	unreachable_since DATETIME, 
	unreachable_reason VARCHAR(200), 
	paused_until DATETIME, 
	stopped_kinds JSON NOT NULL, 
	last_seen_at DATETIME, 
	CONSTRAINT pk_person PRIMARY KEY (id), 
	CONSTRAINT fk_person_decided_by FOREIGN KEY(decided_by) REFERENCES person (id), 
	CONSTRAINT uq_person_telegram_id UNIQUE (telegram_id)
);
INSERT INTO "person" VALUES(1,5000001,'Helena','coordinator','active','en','Europe/Brussels','2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',NULL,NULL,NULL,NULL,NULL,'[]','2026-12-10 09:30:00.000000');
INSERT INTO "person" VALUES(2,5000002,'Marc','coordinator','active','fr','Europe/Brussels','2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',NULL,NULL,NULL,NULL,NULL,'[]',NULL);
INSERT INTO "person" VALUES(3,5000003,'Camille','correspondent','active','fr','Europe/Paris','2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',NULL,NULL,NULL,NULL,NULL,'[]','2026-12-10 09:30:00.000000');
INSERT INTO "person" VALUES(4,5000004,'Niamh','correspondent','active','en','Europe/Dublin','2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',NULL,NULL,NULL,NULL,NULL,'[]','2026-12-10 09:30:00.000000');
INSERT INTO "person" VALUES(5,5000005,'Aino','correspondent','active','en','Europe/Helsinki','2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',NULL,NULL,NULL,NULL,NULL,'[]','2026-12-10 09:30:00.000000');
INSERT INTO "person" VALUES(6,5000006,'Giulia','correspondent','active','en','Europe/Rome','2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',NULL,NULL,NULL,NULL,'2027-01-14 23:00:00.000000','[]','2026-12-10 10:00:00.000000');
INSERT INTO "person" VALUES(7,5000007,'Eleni','correspondent','active','en','Europe/Athens','2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',NULL,NULL,NULL,NULL,NULL,'["dossier"]','2026-12-10 09:30:00.000000');
INSERT INTO "person" VALUES(8,5000008,'Luc','correspondent','suspended','fr','Europe/Brussels','2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000','2026-10-14 10:00:00.000000',1,NULL,NULL,NULL,NULL,'[]',NULL);
INSERT INTO "person" VALUES(9,5000009,'Sofia','observer','active','en','Europe/Lisbon','2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',NULL,NULL,NULL,NULL,NULL,'[]','2026-12-10 09:30:00.000000');
INSERT INTO "person" VALUES(10,NULL,'—','correspondent','departed','en','Europe/Warsaw','2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',NULL,NULL,NULL,NULL,NULL,'[]',NULL);
INSERT INTO "person" VALUES(11,5000011,'Radu','correspondent','active','en','Europe/Bucharest','2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',NULL,NULL,'2026-10-14 10:00:00.000000','blocked the bot',NULL,'[]',NULL);
INSERT INTO "person" VALUES(12,5000012,'Luuk','correspondent','active','en','Europe/Amsterdam','2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000','2026-09-28 08:00:00.000000',NULL,NULL,NULL,NULL,NULL,'[]','2026-12-10 09:30:00.000000');
INSERT INTO "person" VALUES(13,5000013,'Karel','correspondent','declined','en','Europe/Copenhagen','2026-09-29 08:03:00.000000','2026-09-29 08:03:00.000000','2026-09-29 08:03:00.000000',1,'Please ask your secretary general first',NULL,NULL,NULL,'[]',NULL);
INSERT INTO "person" VALUES(14,5000014,'Anna','correspondent','applicant','en','Europe/Berlin','2026-12-10 09:30:00.000000','2026-12-10 09:30:00.000000',NULL,NULL,NULL,NULL,NULL,NULL,'[]',NULL);
CREATE TABLE process (
	instance VARCHAR(40) NOT NULL, 
	number INTEGER NOT NULL, 
	seen_at DATETIME NOT NULL, 
	CONSTRAINT pk_process PRIMARY KEY (instance)
);
CREATE TABLE project (
	id INTEGER NOT NULL, 
	chamber_id VARCHAR(12) NOT NULL, 
	programme VARCHAR(40) NOT NULL, 
	partners JSON NOT NULL, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT pk_project PRIMARY KEY (id)
);
INSERT INTO "project" VALUES(1,'IE-DAI','other','["AL", "ME"]','2026-09-28 08:03:00.000000');
INSERT INTO "project" VALUES(2,'FI-EDU','other','["XK"]','2026-09-29 08:03:00.000000');
INSERT INTO "project" VALUES(3,'FR-SEN','inter_pares','["ME"]','2026-09-29 08:03:00.000000');
CREATE TABLE project_update (
	id INTEGER NOT NULL, 
	ref VARCHAR(20) NOT NULL, 
	project_id INTEGER NOT NULL, 
	chamber_id VARCHAR(12) NOT NULL, 
	author_id INTEGER, 
	title VARCHAR(120) NOT NULL, 
	partner_institution VARCHAR(120), 
	kind VARCHAR(40) NOT NULL, 
	programme VARCHAR(40) NOT NULL, 
	programme_label VARCHAR(80), 
	role VARCHAR(40) NOT NULL, 
	other_chambers JSON NOT NULL, 
	status VARCHAR(40) NOT NULL, 
	start DATE NOT NULL, 
	start_precision VARCHAR(10) NOT NULL, 
	"end" DATE NOT NULL, 
	end_precision VARCHAR(10) NOT NULL, 
	format VARCHAR(40) NOT NULL, 
	place VARCHAR(80), 
	audience VARCHAR(40), 
	participants INTEGER, 
	women INTEGER, 
	summary VARCHAR(600) NOT NULL, 
	summary_language VARCHAR(8) NOT NULL, 
	summary_en VARCHAR(600), 
	outcome VARCHAR(300), 
	cooperation VARCHAR(40), 
	cooperation_text VARCHAR(200), 
	url VARCHAR(300), 
	sharing VARCHAR(40) NOT NULL, 
	ipex_url VARCHAR(300), 
	meeting_id INTEGER, 
	dac_code VARCHAR(5) NOT NULL, 
	state VARCHAR(40) NOT NULL, 
	version INTEGER NOT NULL, 
	created_at DATETIME NOT NULL, 
	updated_at DATETIME NOT NULL, 
	CONSTRAINT pk_project_update PRIMARY KEY (id), 
	CONSTRAINT fk_project_update_author_id FOREIGN KEY(author_id) REFERENCES person (id), 
	CONSTRAINT fk_project_update_meeting_id FOREIGN KEY(meeting_id) REFERENCES meeting (id), 
	CONSTRAINT fk_project_update_project_id FOREIGN KEY(project_id) REFERENCES project (id), 
	CONSTRAINT uq_project_update_ref UNIQUE (ref)
);
INSERT INTO "project_update" VALUES(1,'2026-IE-DAI-001',1,'IE-DAI',4,'Twinning of research services','Parliament of Montenegro','twinning','other','Nordic-Baltic fund','host','["FI-EDU", "FR-SEN"]','completed','2026-09-14','day','2026-09-18','day','hybrid','Podgorica','staff',40,22,'Five days on research for committees: requests, deadlines, and quality.','en','Five days on research for committees.','A handbook of requests was agreed.','seeking','somebody who speaks Albanian','https://example.org/twinning','ipex_ok','https://ipex.example.org/7',1,'15152','submitted',2,'2026-09-28 08:03:00.000000','2026-09-29 08:03:00.000000');
INSERT INTO "project_update" VALUES(2,'2026-FI-EDU-001',2,'FI-EDU',5,'A visit that was entered twice','Parliament of Montenegro','twinning','other','Nordic-Baltic fund','host','[]','completed','2026-09-14','day','2026-09-18','day','hybrid','Podgorica','staff',40,22,'Five days on research for committees: requests, deadlines, and quality.','en','Five days on research for committees.','A handbook of requests was agreed.','seeking','somebody who speaks Albanian','https://example.org/twinning','ipex_ok',NULL,1,'15152','withdrawn',1,'2026-09-29 08:03:00.000000','2026-09-29 08:03:00.000000');
INSERT INTO "project_update" VALUES(3,'2022-FR-SEN-001',3,'FR-SEN',3,'Expert du Sénat auprès des secrétariats de commissions',NULL,'expert_mission','inter_pares',NULL,'expert','[]','completed','2022-07-18','day','2022-07-20','day','in_person','Podgorica',NULL,NULL,NULL,'Participation d’un expert du Sénat à une activité visant le renforcement des capacités des secrétariats de commissions du Parlement du Monténégro.','fr',NULL,NULL,NULL,NULL,NULL,'network',NULL,1,'15152','submitted',1,'2026-09-29 08:03:00.000000','2026-09-29 08:03:00.000000');
INSERT INTO "project_update" VALUES(4,'2022-FR-SEN-002',3,'FR-SEN',3,'Visite d’étude sur la cybersécurité',NULL,'study_visit','inter_pares',NULL,'host','[]','completed','2022-11-02','day','2022-11-03','day','in_person','Paris',NULL,NULL,NULL,'Accueil au Sénat d’une délégation du Parlement monténégrin sur le thème de la cybersécurité.','fr',NULL,NULL,NULL,NULL,NULL,'ipex_ok',NULL,1,'15152','submitted',1,'2026-09-29 08:03:00.000000','2026-09-29 08:03:00.000000');
CREATE TABLE seat (
	id INTEGER NOT NULL, 
	chamber_id VARCHAR(12) NOT NULL, 
	person_id INTEGER NOT NULL, 
	since DATETIME NOT NULL, 
	until DATETIME, 
	CONSTRAINT pk_seat PRIMARY KEY (id), 
	CONSTRAINT fk_seat_person_id FOREIGN KEY(person_id) REFERENCES person (id)
);
INSERT INTO "seat" VALUES(1,'EU-EP',1,'2026-09-28 08:00:00.000000',NULL);
INSERT INTO "seat" VALUES(2,'EU-EP',2,'2026-09-28 08:00:00.000000',NULL);
INSERT INTO "seat" VALUES(3,'FR-SEN',3,'2026-09-28 08:00:00.000000',NULL);
INSERT INTO "seat" VALUES(4,'IE-DAI',4,'2026-09-28 08:00:00.000000',NULL);
INSERT INTO "seat" VALUES(5,'FI-EDU',5,'2026-09-28 08:00:00.000000',NULL);
INSERT INTO "seat" VALUES(6,'IT-CAM',6,'2026-09-28 08:00:00.000000',NULL);
INSERT INTO "seat" VALUES(7,'GR-VOU',7,'2026-09-28 08:00:00.000000',NULL);
INSERT INTO "seat" VALUES(8,'BE-SEN',8,'2026-09-28 08:00:00.000000',NULL);
INSERT INTO "seat" VALUES(9,'PL-SEJ',10,'2026-09-28 08:00:00.000000','2026-10-14 10:00:00.000000');
INSERT INTO "seat" VALUES(10,'RO-SEN',11,'2026-09-28 08:00:00.000000',NULL);
INSERT INTO "seat" VALUES(11,'NL-TWK',12,'2026-09-28 08:00:00.000000',NULL);
INSERT INTO "seat" VALUES(12,'DK-FOL',13,'2026-09-29 08:03:00.000000','2026-09-29 08:03:00.000000');
INSERT INTO "seat" VALUES(13,'DE-BTG',14,'2026-12-10 09:30:00.000000',NULL);
INSERT INTO "seat" VALUES(14,'DE-BRT',14,'2026-12-10 09:30:00.000000',NULL);
CREATE TABLE update_partner (
	update_id INTEGER NOT NULL, 
	code VARCHAR(12) NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_update_partner PRIMARY KEY (update_id, code), 
	CONSTRAINT fk_update_partner_update_id FOREIGN KEY(update_id) REFERENCES project_update (id)
);
INSERT INTO "update_partner" VALUES(1,'ME',0);
INSERT INTO "update_partner" VALUES(1,'AL',1);
INSERT INTO "update_partner" VALUES(2,'XK',0);
INSERT INTO "update_partner" VALUES(3,'ME',0);
INSERT INTO "update_partner" VALUES(4,'ME',0);
CREATE TABLE update_theme (
	update_id INTEGER NOT NULL, 
	code VARCHAR(40) NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_update_theme PRIMARY KEY (update_id, code), 
	CONSTRAINT fk_update_theme_update_id FOREIGN KEY(update_id) REFERENCES project_update (id)
);
INSERT INTO "update_theme" VALUES(1,'research',0);
INSERT INTO "update_theme" VALUES(1,'digital',1);
INSERT INTO "update_theme" VALUES(2,'research',0);
INSERT INTO "update_theme" VALUES(2,'digital',1);
INSERT INTO "update_theme" VALUES(3,'committees',0);
INSERT INTO "update_theme" VALUES(4,'security',0);
CREATE TABLE update_version (
	update_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	fields JSON NOT NULL, 
	"by" INTEGER, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_update_version PRIMARY KEY (update_id, version), 
	CONSTRAINT fk_update_version_by FOREIGN KEY("by") REFERENCES person (id), 
	CONSTRAINT fk_update_version_update_id FOREIGN KEY(update_id) REFERENCES project_update (id)
);
INSERT INTO "update_version" VALUES(1,1,'{"title": "Twinning of research services", "partners": ["ME", "AL"], "kind": "twinning", "themes": ["research", "digital"], "programme": "other", "status": "completed", "start": "2026-09-14", "start_precision": "day", "end": "2026-09-18", "end_precision": "day", "format": "hybrid", "summary": "Five days on research for committees: requests, deadlines, and quality.", "summary_language": "en", "role": "host", "sharing": "ipex_ok", "programme_label": "Nordic-Baltic fund", "partner_institution": "Parliament of Montenegro", "place": "Podgorica", "audience": "staff", "participants": 40, "women": null, "summary_en": "Five days on research for committees.", "outcome": null, "cooperation": "seeking", "cooperation_text": "somebody who speaks Albanian", "url": "https://example.org/twinning", "ipex_url": null, "other_chambers": ["FI-EDU", "FR-SEN"]}',4,'2026-09-28 08:03:00.000000');
INSERT INTO "update_version" VALUES(1,2,'{"title": "Twinning of research services", "partners": ["ME", "AL"], "kind": "twinning", "themes": ["research", "digital"], "programme": "other", "status": "completed", "start": "2026-09-14", "start_precision": "day", "end": "2026-09-18", "end_precision": "day", "format": "hybrid", "summary": "Five days on research for committees: requests, deadlines, and quality.", "summary_language": "en", "role": "host", "sharing": "ipex_ok", "programme_label": "Nordic-Baltic fund", "partner_institution": "Parliament of Montenegro", "place": "Podgorica", "audience": "staff", "participants": 40, "women": 22, "summary_en": "Five days on research for committees.", "outcome": "A handbook of requests was agreed.", "cooperation": "seeking", "cooperation_text": "somebody who speaks Albanian", "url": "https://example.org/twinning", "ipex_url": "https://ipex.example.org/7", "other_chambers": ["FI-EDU", "FR-SEN"]}',4,'2026-09-29 08:03:00.000000');
INSERT INTO "update_version" VALUES(2,1,'{"title": "A visit that was entered twice", "partners": ["XK"], "kind": "twinning", "themes": ["research", "digital"], "programme": "other", "status": "completed", "start": "2026-09-14", "start_precision": "day", "end": "2026-09-18", "end_precision": "day", "format": "hybrid", "summary": "Five days on research for committees: requests, deadlines, and quality.", "summary_language": "en", "role": "host", "sharing": "ipex_ok", "programme_label": "Nordic-Baltic fund", "partner_institution": "Parliament of Montenegro", "place": "Podgorica", "audience": "staff", "participants": 40, "women": 22, "summary_en": "Five days on research for committees.", "outcome": "A handbook of requests was agreed.", "cooperation": "seeking", "cooperation_text": "somebody who speaks Albanian", "url": "https://example.org/twinning", "ipex_url": null, "other_chambers": []}',5,'2026-09-29 08:03:00.000000');
INSERT INTO "update_version" VALUES(3,1,'{"title": "Expert du S\u00e9nat aupr\u00e8s des secr\u00e9tariats de commissions", "partners": ["ME"], "kind": "expert_mission", "themes": ["committees"], "programme": "inter_pares", "status": "completed", "start": "2022-07-18", "start_precision": "day", "end": "2022-07-20", "end_precision": "day", "format": "in_person", "summary": "Participation d\u2019un expert du S\u00e9nat \u00e0 une activit\u00e9 visant le renforcement des capacit\u00e9s des secr\u00e9tariats de commissions du Parlement du Mont\u00e9n\u00e9gro.", "summary_language": "fr", "role": "expert", "sharing": "network", "programme_label": null, "partner_institution": null, "place": "Podgorica", "audience": null, "participants": null, "women": null, "summary_en": null, "outcome": null, "cooperation": null, "cooperation_text": null, "url": null, "ipex_url": null, "other_chambers": []}',3,'2026-09-29 08:03:00.000000');
INSERT INTO "update_version" VALUES(4,1,'{"title": "Visite d\u2019\u00e9tude sur la cybers\u00e9curit\u00e9", "partners": ["ME"], "kind": "study_visit", "themes": ["security"], "programme": "inter_pares", "status": "completed", "start": "2022-11-02", "start_precision": "day", "end": "2022-11-03", "end_precision": "day", "format": "in_person", "summary": "Accueil au S\u00e9nat d\u2019une d\u00e9l\u00e9gation du Parlement mont\u00e9n\u00e9grin sur le th\u00e8me de la cybers\u00e9curit\u00e9.", "summary_language": "fr", "role": "host", "sharing": "ipex_ok", "programme_label": null, "partner_institution": null, "place": "Paris", "audience": null, "participants": null, "women": null, "summary_en": null, "outcome": null, "cooperation": null, "cooperation_text": null, "url": null, "ipex_url": null, "other_chambers": []}',3,'2026-09-29 08:03:00.000000');
CREATE INDEX ix_form_telegram_id ON form (telegram_id);
CREATE INDEX ix_form_updated_at ON form (updated_at);
CREATE INDEX ix_person_standing ON person (standing);
CREATE INDEX ix_project_chamber_id ON project (chamber_id);
CREATE INDEX ix_act_at ON act (at);
CREATE INDEX ix_act_subject ON act (subject);
CREATE INDEX ix_meeting_starts_at ON meeting (starts_at);
CREATE INDEX ix_seat_chamber_id_person_id ON seat (chamber_id, person_id);
CREATE INDEX ix_seat_person_id ON seat (person_id);
CREATE INDEX ix_answer_chamber_id ON answer (chamber_id);
CREATE INDEX ix_audience_person_id ON audience (person_id);
CREATE INDEX ix_notice_meeting_id ON notice (meeting_id);
CREATE INDEX ix_project_update_author_id ON project_update (author_id);
CREATE INDEX ix_project_update_chamber_id ON project_update (chamber_id);
CREATE INDEX ix_project_update_meeting_id ON project_update (meeting_id);
CREATE INDEX ix_project_update_project_id ON project_update (project_id);
CREATE INDEX ix_project_update_state_start ON project_update (state, start);
CREATE INDEX ix_update_partner_code ON update_partner (code);
CREATE INDEX ix_update_theme_code ON update_theme (code);
CREATE INDEX ix_lane_held_by ON lane (held_by);
CREATE INDEX ix_delivery_notice_id ON delivery (notice_id);
CREATE INDEX ix_delivery_meeting_id_person_id ON delivery (meeting_id, person_id);
CREATE INDEX ix_delivery_state_next_try_at ON delivery (state, next_try_at);
CREATE INDEX ix_delivery_person_id_state_failures ON delivery (person_id, state, failures);
CREATE INDEX ix_delivery_claimed_by ON delivery (claimed_by) WHERE claimed_by IS NOT NULL;
CREATE INDEX ix_inbox_state_update_id ON inbox (state, update_id);
COMMIT;
